import { staffQuestions } from '@duken/shared/survey';
import { expect, it } from 'vitest';
import { survey } from '../texts/nb/survey.ts';

/** The report's own words, letter by letter. */
const asAsked = {
  'Hva har du som ansatt fått ut av samarbeidet med velferdslab som metode?': [
    'Jeg har blitt tryggere i rollen',
    'Jeg har mer oversikt over en eller flere andre tjenester i kommunen',
    'Jeg har mer oversikt over frivillige tjenester',
    'Jeg kjenner at jeg ikke er alene i utfordrende saker lengre',
    'Mer effektiv saksbehandling',
    'Økt helhetsforståelse',
    'Jeg har etablert nye relasjoner på tvers av tjenester/ større nettverk',
    'Jeg har fått nye innspill på mulige løsninger',
    'Jeg har fått økt forståelse for andre tjenester og deres mandat',
    'Jeg har erfart at vi kan jobbe på nye måter/ større handlingsrom',
    'Velferdslab som metode gir økte muligheter',
    'Ikke noe',
    'Annet',
  ],
  'Hva mener du innbyggere har fått ut av samarbeidet rundt velferdslab?': [
    'Økt mestring',
    'Økt fokus på hva som er viktig for seg/ medvirkning',
    'Mer riktige tjenester og tiltak',
    'Effektiv saksbehandling',
    'Blir møtt helhetlig, færre saksbehandlere, færre møter',
    'Mer oversikt',
    'Se mulighetene, kjennskap til tjenester og frivillighet',
    'En vei inn i kommunen',
    'Økte muligheter',
    'Annet',
  ],
};

it('asks as the report asked, in its order', () => {
  const words: Readonly<Record<string, string>> = survey;
  const asked = staffQuestions.map(({ id, options }) => [
    words[`question-${id}`],
    options.map((option) => words[`option-${option}`]),
  ]);
  expect(Object.fromEntries(asked)).toEqual(asAsked);
});
