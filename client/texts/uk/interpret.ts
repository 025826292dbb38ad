import type { GuestTexts } from '../guestTexts.ts';

export const interpret: GuestTexts = {
  upToDate: 'Перекладач усе встигає.',
  upToDateIn: 'Усе перекладено: {language}.',
  behind_one: 'Перекладачеві лишилася одна картка.',
  behind_few: 'Перекладачеві лишилося {count} картки.',
  behind_many: 'Перекладачеві лишилося {count} карток.',
  behind_other: 'Перекладачеві лишилося {count} картки.',
  behindIn_one: '{language}: не перекладено одну картку.',
  behindIn_few: '{language}: не перекладено {count} картки.',
  behindIn_many: '{language}: не перекладено {count} карток.',
  behindIn_other: '{language}: не перекладено {count} картки.',
  readIn: 'Читати картки мовою',
  asWritten: 'як написано',
  isTranslated: 'Переклад перекладача.',
  isChanged: 'Перекладено, але картку відтоді змінили.',
  showOwn: 'Показати оригінал',
  hideOwn: 'Сховати оригінал',
  nobodysChild: 'Дитину з родини не просять перекладати. Якщо ти — дитина, скажи тому, хто веде зустріч.',
};
