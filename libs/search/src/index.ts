export const searchEntities = [] as const;
