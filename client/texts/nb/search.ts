export const search = {
  label: 'Søk på duken',
  hits: '{number} av {count}',
  none: 'Ingen treff',
  next: 'Neste treff',
  previous: 'Forrige treff',
  close: 'Lukk søket',
} as const;
