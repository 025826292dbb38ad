import type { keys as nb } from '../nb/keys.ts';
import type { TextsLike } from '../textsLike.ts';

export const keys = {
  title: 'Tastar på duken',
  onMac: 'På ein Mac bruker ein ⌘ for Ctrl.',
  space: 'Mellomrom',
  arrows: 'Gå mellom lappar og ruter',
  write: 'Skriv på lappen, eller lag ein i ruta',
  newNote: 'Ny lapp',
  several: 'Vel fleire lappar',
  moveTo: 'Flytt til …',
  moveOne: 'Flytt lappen eitt hakk',
  action: 'Gjer til tiltak',
  delete: 'Slett',
  duplicate: 'Lag ein kopi',
  clipboard: 'Kopier, klipp ut og lim inn lappar',
  undo: 'Angre',
  search: 'Søk på duken',
  zoom: 'Større og mindre',
  showAll: 'Vis alt, eller heile breidda',
  view: 'Byt mellom duk og liste',
  letGo: 'Slepp det du har valt eller held',
} as const satisfies TextsLike<typeof nb>;
