export const leave = {
  title: 'Forlat duken',
  about:
    'Da glemmer denne nettleseren duken, og alle andre duker den er inne på. Ingen kan åpne dem herfra etterpå uten en lenke eller innlogging.',
  stays: 'Det som står på duken, blir stående for de andre.',
  leadsByLink: 'Du leder med en lenke. Uten lederlenken din kommer du ikke inn igjen som leder.',
  waiting: 'Noe er ikke lagret ennå. Vent litt, så går det av seg selv.',
  unsent:
    'På denne enheten ligger ord som ikke er sendt. Åpne duken de hører til med nett, så blir de sendt. Etterpå kan du forlate den.',
  unsentDuk: 'Åpne duk {nr} som ikke er sendt',
  leave: 'Forlat duken',
  toBoard: 'Til duken',
} as const;
