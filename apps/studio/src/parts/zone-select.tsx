import { Select, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';

/** An IANA time zone, searchable by city. */
export function ZoneSelect(props: Omit<SelectProps, 'data'>) {
  const data = useMemo(() => {
    const zones = Intl.supportedValuesOf('timeZone');
    const extra = props.value && !zones.includes(props.value) ? [props.value] : [];
    return [...extra, ...zones].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  }, [props.value]);
  return <Select searchable allowDeselect={false} limit={60} {...props} data={data} />;
}
