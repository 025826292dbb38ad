/** One feature's texts in a language that is for those who come as guests: not every key there is, and plurals of its own. */
export type GuestTexts = Readonly<Record<string, string>>;
