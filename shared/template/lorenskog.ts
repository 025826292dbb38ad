import { icons } from './icons.ts';
import type { Template } from './template.ts';

/** Lørenskog's sheet: six columns and ten themes (domain.md, "The duk"). */
export const lorenskog: Template = {
  id: 'lorenskog',
  name: { nb: 'Hele livet, ti temaer', nn: 'Heile livet, ti tema', en: 'All of life, ten themes' },
  columns: [
    {
      id: 'works',
      heading: { nb: 'Det som fungerer', nn: 'Det som fungerer', en: 'What works' },
      place: 'today',
      themes: 'oneOrNone',
    },
    {
      id: 'difficult',
      heading: { nb: 'Det som er vanskelig', nn: 'Det som er vanskeleg', en: 'What is difficult' },
      place: 'today',
      themes: 'oneOrNone',
    },
    {
      id: 'now',
      heading: { nb: 'Det vi skal gjøre nå', nn: 'Det vi skal gjere no', en: 'What we do now' },
      place: 'ahead',
      themes: 'one',
    },
    {
      id: 'short',
      heading: { nb: 'På kort sikt', nn: 'På kort sikt', en: 'In the short term' },
      place: 'ahead',
      themes: 'one',
      horizon: 'short',
    },
    {
      id: 'long',
      heading: { nb: 'På lang sikt', nn: 'På lang sikt', en: 'In the long term' },
      place: 'ahead',
      themes: 'one',
      horizon: 'long',
    },
    {
      id: 'dream',
      heading: { nb: 'Det jeg drømmer om', nn: 'Det eg drøymer om', en: 'What I dream of' },
      place: 'ahead',
      themes: 'oneOrNone',
    },
  ],
  themes: [
    { id: 'work', name: { nb: 'Jobb', nn: 'Jobb', en: 'Work' }, icon: icons.briefcase },
    { id: 'housing', name: { nb: 'Bosituasjon', nn: 'Busituasjon', en: 'Housing' }, icon: icons.house },
    {
      id: 'physical-health',
      name: { nb: 'Fysisk helse', nn: 'Fysisk helse', en: 'Physical health' },
      icon: icons.heart,
    },
    { id: 'mental-health', name: { nb: 'Psykisk helse', nn: 'Psykisk helse', en: 'Mental health' }, icon: icons.head },
    { id: 'economy', name: { nb: 'Økonomi', nn: 'Økonomi', en: 'Economy' }, icon: icons.banknote },
    {
      id: 'education',
      name: { nb: 'Skolen/utdanning', nn: 'Skulen/utdanning', en: 'School/education' },
      icon: icons.book,
    },
    { id: 'leisure', name: { nb: 'Fritid', nn: 'Fritid', en: 'Leisure' }, icon: icons.ball },
    { id: 'volunteering', name: { nb: 'Frivillighet', nn: 'Frivilligheit', en: 'Volunteering' }, icon: icons.hands },
    { id: 'substance-use', name: { nb: 'Rus', nn: 'Rus', en: 'Substance use' }, icon: icons.leaf },
    { id: 'network', name: { nb: 'Nettverk', nn: 'Nettverk', en: 'Network' }, icon: icons.people },
  ],
};
