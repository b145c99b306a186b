export const audienceEntities = [] as const;
