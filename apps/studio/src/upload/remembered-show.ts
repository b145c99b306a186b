const name = 'estrade.show';

/** The show that the last file went to, for next time. */
export const rememberedShow = () => localStorage.getItem(name);
export const rememberShow = (id: string) => localStorage.setItem(name, id);
