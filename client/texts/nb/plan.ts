export const plan = {
  versions: 'Versjoner',
} as const;
