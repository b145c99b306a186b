import { Loading } from '../parts/loading';

/** While a screen's code is on its way. */
export function Waiting() {
  return (
    <div style={{ padding: '24px 0' }}>
      <Loading />
    </div>
  );
}
