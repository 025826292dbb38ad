export const ink = {
  pen: 'Penn',
} as const;
