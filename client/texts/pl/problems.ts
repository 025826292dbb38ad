import type { GuestTexts } from '../guestTexts.ts';

export const problems: GuestTexts = {
  invalidRequest: 'Czegoś w tym, co wysłano, brakuje albo jest błędne. Popraw wskazane pola i spróbuj ponownie.',
  notIn: 'Nie bierzesz udziału w tym obrusie. Otwórz otrzymany link i wpisz swoje imię.',
  notAllowed: 'Twoja rola tutaj na to nie pozwala. Poproś o to osobę prowadzącą.',
  accessEnded:
    'Link, którym się tu dostajesz, został cofnięty, wygasł, albo usunięto cię z obrusu. Poproś osobę prowadzącą o nowy.',
  waiting: 'Osoba prowadząca jeszcze cię nie wpuściła. Poczekaj albo daj jej znać, że tu jesteś.',
  refused: 'Osoba prowadząca nie wpuściła cię do obrusu. Zapytaj ją, jeśli myślisz, że to pomyłka.',
  plansNotGiven: 'Planów tego obrusu nie udostępniono ci. Poproś o to osobę prowadzącą.',
  helperChanged: 'Osoba prowadząca wybrała do pisania za ciebie kogoś innego albo nikogo. Wczytaj stronę ponownie.',
  linkRefused: 'Link jest błędny, cofnięty albo wygasł. Poproś o nowy tego, kto cię zaprosił.',
  notFound: 'Pod tym adresem nic nie ma. Sprawdź, czy jest dobrze wpisany.',
  requestTooLarge: 'To, co wysłano, jest za duże. Wysyłaj mniej naraz.',
  tooManyRequests: 'Było stąd za dużo prób w krótkim czasie. Poczekaj minutę i spróbuj ponownie.',
  internalError:
    'Na serwerze coś poszło nie tak. Spróbuj ponownie; jeśli to trwa, daj znać osobie, która prowadzi serwis.',
  serverFull: 'Jest teraz tylu uczestników, że nie ma miejsca dla kolejnych. Spróbuj za chwilę.',
  tooManyWindows: 'Masz ten obrus otwarty w zbyt wielu oknach. Zamknij kilka z nich i spróbuj ponownie.',
  stopping: 'Serwer zatrzymuje się, żeby uruchomić się ponownie. Nic się nie zmieniło. Spróbuj za moment.',
  storageUnavailable: 'Serwer nie może teraz zapisać. Nic się nie zmieniło. Spróbuj za chwilę.',
  boardArchived: 'Obrus leży w archiwum: można go czytać, ale nie zmieniać. Osoba prowadząca może go przywrócić.',
  actionNotInPlan: 'Tego działania nie ma w planie. Wczytaj stronę ponownie.',
  notCitizen: 'Tylko osoba, której dotyczy plan, może sama się na niego zgodzić.',
  newerVersion: 'Jest nowsza wersja planu. Otwórz najnowszą i odpowiedz na nią.',
  planNotDraft: 'Plan jest już zatwierdzony albo używany. Wczytaj stronę ponownie.',
};
