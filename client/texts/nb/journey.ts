export const journey = {
  title: 'Investeringsferden',
  notSet: 'ikke satt',
  overall: 'Samlet',
  untenable: 'Uholdbar',
  exposed: 'Utsatt',
  stable: 'Stabil',
  sustainable: 'Bærekraftig',
  showThemes: 'Vis hvert tema',
  hideThemes: 'Skjul temaene',
} as const;
