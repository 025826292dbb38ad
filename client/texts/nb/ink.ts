export const ink = {
  colour: 'Farge på pennen',
  ink: 'Blått blekk',
  spruce: 'Grønt blekk',
  rust: 'Rødt blekk',
} as const;
