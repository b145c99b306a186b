import { describe, expect, it } from '@jest/globals';
import type { Show } from '../api/types';
import { toDestination } from './destination';

const show = (id: string, role: Show['role'] = 'owner') => ({ id, role }) as Show;

describe('where a file goes', () => {
  it('is not known before the shows are', () => {
    expect(toDestination({}, undefined)).toEqual({ kind: 'unknown' });
  });

  it('is the show of the place where it was dropped, whatever is known of others', () => {
    expect(toDestination({ showId: 'a' }, undefined)).toEqual({ kind: 'show', showId: 'a' });
    expect(toDestination({ showId: 'a' }, [show('a'), show('b')])).toEqual({ kind: 'show', showId: 'a' });
  });

  it('is the only show that takes files', () => {
    expect(toDestination({}, [show('a')])).toEqual({ kind: 'show', showId: 'a' });
    expect(toDestination({}, [show('a', 'moderator'), show('b', 'producer')])).toEqual({ kind: 'show', showId: 'b' });
  });

  it('is asked for among several, and is a show to be made where there is none', () => {
    expect(toDestination({}, [show('a'), show('b', null)])).toEqual({ kind: 'ask' });
    expect(toDestination({}, [])).toEqual({ kind: 'first-show' });
  });

  it('is nowhere for who only moderates', () => {
    expect(toDestination({}, [show('a', 'moderator')])).toEqual({ kind: 'nowhere' });
  });
});
