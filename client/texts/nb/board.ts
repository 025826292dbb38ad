export const board = {
  title: 'Planen til {navn}',
} as const;
