/** Licences that apps know by name (`podcast:license`, `feed:P05`); any other one needs the address of its text. */
export const licenceIds = [
  'arr',
  'cc0-1.0',
  'cc-by-4.0',
  'cc-by-sa-4.0',
  'cc-by-nd-4.0',
  'cc-by-nc-4.0',
  'cc-by-nc-sa-4.0',
  'cc-by-nc-nd-4.0',
  'pod-v4v-1.0',
] as const;
