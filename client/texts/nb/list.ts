export const list = {
  title: 'Duken som liste',
} as const;
