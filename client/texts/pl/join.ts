import type { GuestTexts } from '../guestTexts.ts';

export const join: GuestTexts = {
  title: 'Witamy przy obrusie',
  invited: 'Zaproszono cię do wspólnego obrusu.',
  lobbyText: 'Osoba prowadząca wpuści cię, gdy powiesz, kim jesteś.',
  text: 'Wszyscy piszecie na tym samym obrusie. Powiedz, kim jesteś, i dołącz.',
  viewerText: 'Możesz śledzić obrus, ale nie możesz na nim pisać.',
  interpreterText: 'Tłumaczysz na tym spotkaniu. Twoje tłumaczenia stoją obok karteczek.',
  name: 'Jak masz na imię?',
  nameHelp: 'Wystarczy imię.',
  nameMissing: 'Wpisz imię, żeby inni wiedzieli, kim jesteś.',
  who: 'Kim tu jesteś?',
  who_citizen: 'Plan dotyczy mnie',
  who_child: 'Jestem dzieckiem w rodzinie',
  who_family: 'Jestem z rodziny, przyjaciół albo wolontariuszy',
  who_service: 'Pracuję w jednej ze służb',
  whoMissing: 'Wybierz, kim jesteś, żeby inni widzieli, kto mówi na twoich karteczkach.',
  enter: 'Dołącz',
  entering: 'Otwieramy obrus …',
  refusedTitle: 'Ten link już nie działa',
  refusedText:
    'Mógł zostać cofnięty, wygasnąć albo zostać skopiowany bez końcówki. Poproś o nowy tego, kto cię zaprosił, zwykle osobę prowadzącą.',
  noLinkTitle: 'Potrzebujesz linku',
  noLinkText:
    'Ta przeglądarka nie bierze udziału. Otwórz jeszcze raz otrzymany link albo poproś osobę prowadzącą o nowy.',
  waitingTitle: 'Chwileczkę',
  waitingText: 'Osoba prowadząca musi cię wpuścić. Strona otworzy się sama.',
  notLetInTitle: 'Nie wpuszczono cię',
  notLetInText: 'Osoba prowadząca nie wpuściła cię do obrusu. Zapytaj ją, jeśli myślisz, że to pomyłka.',
  goneTitle: 'Obrusu już tu nie ma',
  goneText: 'Osoba prowadząca mogła go usunąć albo ta przeglądarka już nie bierze udziału. Zapytaj osobę prowadzącą.',
  outOfReachTitle: 'Nie możemy otworzyć obrusu',
  endedTitle: 'Nie masz już dostępu',
  endedText:
    'Link, którym się tu dostajesz, został cofnięty, wygasł, albo usunięto cię z obrusu. To, co napisałeś lub napisałaś, nadal leży na obrusie. Zapytaj osobę prowadzącą, jeśli chcesz wrócić.',
  noCookiesTitle: 'Przeglądarka cię nie pamięta',
  noCookiesText:
    'Twoja przeglądarka nie zachowuje ciasteczek z tej strony, więc między kliknięciami nie wiemy, kim jesteś. Włącz je dla tej strony i spróbuj ponownie. Twój link nadal działa.',
};
