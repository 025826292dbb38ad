/** The same keys as the bokmål texts, in another language. */
export type TextsLike<Texts> = { readonly [Key in keyof Texts]: string };
