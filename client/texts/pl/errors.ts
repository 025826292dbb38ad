import type { GuestTexts } from '../guestTexts.ts';

export const errors: GuestTexts = {
  offline: 'Nie mamy połączenia z serwerem. Sprawdź sieć i spróbuj ponownie.',
  unreadable:
    'Serwer odpowiedział coś, czego nie rozumiemy. Wczytaj stronę ponownie i daj znać osobie, która prowadzi serwis, jeśli to się powtórzy.',
  brokenTitle: 'Coś się u nas zepsuło',
  brokenText: 'To, co zapisano, jest bezpieczne. Wczytaj stronę ponownie, żeby pisać dalej w tym samym miejscu.',
  reload: 'Wczytaj stronę ponownie',
  toFront: 'Na stronę główną',
  notFoundTitle: 'Tu nie ma strony',
  notFoundText:
    'Adres może być błędny albo strony już nie ma. Jeśli dostałeś lub dostałaś link, otwórz go jeszcze raz z wiadomości.',
  partMissing: 'Ta część strony nie dotarła. To, co piszesz, jest tutaj. Sprawdź sieć i spróbuj ponownie.',
  showAgain: 'Pokaż stronę jeszcze raz',
};
