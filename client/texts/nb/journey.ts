export const journey = {
  title: 'Investeringsferden',
  untenable: 'Uholdbar',
  exposed: 'Utsatt',
  stable: 'Stabil',
  sustainable: 'Bærekraftig',
} as const;
