import { Button, Field, Input, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { cleanLine, isBlank } from '@duken/shared/text';
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Aloud } from './Aloud.tsx';
import {
  choicesFor,
  keyOfPerson,
  maxNameLength,
  type NamedPerson,
  type PersonChoice,
  personOf,
  serviceToTellApart,
  takeTyped,
} from './namedPeople.ts';

interface PeopleFieldProps {
  readonly label: string;
  /** What the list of those who are chosen is called. */
  readonly listLabel?: string;
  readonly chosen: readonly NamedPerson[];
  readonly choices: readonly PersonChoice[];
  /** What stands in the field and is nobody yet. */
  readonly typed: string;
  readonly onChange: (chosen: readonly NamedPerson[], typed: string) => void;
  /** For those who may add people to the case. */
  readonly onAddPerson?: ((name: string) => Promise<NamedPerson | undefined>) | undefined;
  /** How many can be chosen. */
  readonly most?: number;
  readonly isFirstFocus?: boolean;
  /** Enter sends the form that the field stands in, which takes what is typed; else it takes it at once. */
  readonly enterSubmits?: boolean;
  /** Between those who are chosen and the field. */
  readonly children?: ReactNode;
}

type Option = { readonly key: string; readonly label: ReactNode; readonly choose: () => void };

/** So many are shown at once; more letters make them fewer. */
const mostShown = 8;

const nothingSaid = { words: '' };

/**
 * Names people: as one types, those of that name are offered, a comma or Enter takes what is typed, and those who are named
 * stand above with a way to take each away. A combobox of our own, because the design system's (Suggestion) tells options
 * apart by their text, and two people may have one name.
 */
export function PeopleField(props: PeopleFieldProps): ReactNode {
  const { t } = useTranslation('common');
  const {
    label,
    listLabel = t('peopleChosen'),
    chosen,
    choices,
    typed,
    onChange,
    onAddPerson,
    most,
    isFirstFocus = false,
    enterSubmits = false,
    children,
  } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  /** What was done with a name last. */
  const [said, setSaid] = useState<{ readonly words: string }>(nothingSaid);
  const root = useRef<HTMLDivElement>(null);
  // Not when focus goes: what lies below would move away under the finger that presses it.
  useEffect(() => {
    if (!isOpen) return;
    const onClick = (event: MouseEvent): void => {
      if (!root.current?.contains(event.target as Node)) setIsOpen(false);
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [isOpen]);
  // Whoever is being added to the case is named when the answer comes, beside what has been written meanwhile.
  const now = useRef({ chosen, typed, onChange });
  now.current = { chosen, typed, onChange };
  const isAdding = useRef(false);

  // Only names that several people have are left standing before a comma.
  const parts = typed.split(',');
  const [asked] = takeTyped(parts.slice(0, -1).join(','), choices, chosen).unsure;
  // What is too long to be a name, and those there is no room for, stand in the field until somebody has made them fit.
  const tooLong = parts.map((part) => cleanLine(part).length - maxNameLength).find((over) => over > 0);
  const isFull = most !== undefined && chosen.length >= most && !isBlank(typed);
  const trouble =
    tooLong !== undefined
      ? t('lineTooLong', { over: tooLong, max: maxNameLength })
      : isFull
        ? t('peopleFull', { max: most })
        : asked === undefined
          ? undefined
          : t('severalCalled', { navn: asked });
  const query = asked ?? (parts.at(-1) ?? '').trim();
  const found = choicesFor(query, choices, chosen);

  useEffect(() => {
    if (asked !== undefined) field.current?.focus();
  }, [asked]);

  const settle = (next: readonly NamedPerson[], rest: string): void => {
    const before = new Set(now.current.chosen.map(keyOfPerson));
    const added = next.filter((each) => !before.has(keyOfPerson(each))).map(({ name }) => name);
    setSaid(added.length > 0 ? { words: t('personAdded', { navn: added.join(', ') }) } : nothingSaid);
    setActive(-1);
    now.current.onChange(next, rest);
  };
  const choose = (person: NamedPerson): void => {
    setIsOpen(false);
    const left = now.current.typed.split(',');
    const at = left.findIndex((part) => part.trim() === query);
    settle(
      [...now.current.chosen, person],
      left
        .toSpliced(at, at === -1 ? 0 : 1)
        .join(',')
        .trimStart(),
    );
    field.current?.focus();
  };
  const take = (text: string, tail = ''): void => {
    const taken = takeTyped(text, choices, chosen, most);
    setIsOpen(taken.rest !== '' || tail !== '');
    settle(taken.chosen, taken.rest + tail);
  };
  const write = (text: string): void => {
    const end = text.search(/[,;][^,;]*$/u);
    if (end !== -1) {
      take(text.slice(0, end), text.slice(end + 1).trimStart());
      return;
    }
    setSaid(nothingSaid);
    setActive(-1);
    setIsOpen(true);
    onChange(chosen, text);
  };

  const options: readonly Option[] = isFull
    ? []
    : [
        ...found.slice(0, mostShown).map((choice) => ({
          key: keyOfPerson(choice),
          label: (
            <>
              <bdi>{choice.name}</bdi>
              {choice.service && <span className="muted">{` · ${choice.service}`}</span>}
            </>
          ),
          choose: () => choose(personOf(choice)),
        })),
        ...(query === '' || tooLong !== undefined
          ? []
          : [
              ...(onAddPerson
                ? [
                    {
                      key: 'addPerson',
                      label: <span>{t('addAsPerson', { navn: query })}</span>,
                      choose: () => {
                        if (isAdding.current) return;
                        isAdding.current = true;
                        void onAddPerson(query)
                          .then((person) => person && choose(person))
                          .finally(() => {
                            isAdding.current = false;
                          });
                      },
                    },
                  ]
                : []),
              {
                key: 'onlyName',
                label: <span>{t('onlyName', { navn: query })}</span>,
                choose: () => choose({ name: query }),
              },
            ]),
      ];
  // A name that several have is asked about until it is somebody.
  const isShown = (isOpen || asked !== undefined) && options.length > 0;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Tab') setIsOpen(false);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (isShown)
        setActive((at) =>
          at === -1 && step === -1 ? options.length - 1 : (at + step + options.length) % options.length,
        );
      else {
        setIsOpen(true);
        setActive(step === 1 ? 0 : options.length - 1);
      }
    } else if (event.key === 'Escape' && isShown && isOpen) {
      // Only the list closes, not the dialog that the field stands in.
      event.preventDefault();
      event.stopPropagation();
      setIsOpen(false);
      setActive(-1);
    } else if (event.key === 'Enter' && isShown && options[active]) {
      event.preventDefault();
      options[active].choose();
    } else if (event.key === 'Enter' && !enterSubmits && typed.trim() !== '') {
      event.preventDefault();
      take(typed);
    }
  };
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text');
    if (!/\S\s*\n\s*\S/u.test(text)) return;
    // A field of one line would join the last word of each line to the first of the next.
    event.preventDefault();
    write(`${typed}${text.trim().replace(/\s*\n\s*/gu, ', ')}, `);
  };

  return (
    <div ref={root} className="peopleField">
      {chosen.length > 0 && (
        <ul className="plainList peopleField-chosen" aria-label={listLabel}>
          {chosen.map((person) => {
            const service = serviceToTellApart(person, choices);
            const called = service ? `${person.name} (${service})` : person.name;
            return (
              <li key={keyOfPerson(person)} className="peopleField-one">
                <span>
                  <bdi>{person.name}</bdi>
                  {service && <span className="muted">{` · ${service}`}</span>}
                </span>
                <button
                  type="button"
                  aria-label={t('removePerson', { navn: called })}
                  title={t('removePerson', { navn: called })}
                  onClick={() => {
                    setSaid({ words: t('personRemoved', { navn: called }) });
                    onChange(
                      chosen.filter((other) => other !== person),
                      typed,
                    );
                    field.current?.focus();
                  }}
                >
                  <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                    <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
                  </svg>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {children}
      <div className="peopleField-add">
        <Field>
          <Label htmlFor={`${id}-field`}>{label}</Label>
          <Input
            ref={field}
            id={`${id}-field`}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isShown}
            aria-controls={`${id}-list`}
            aria-activedescendant={isShown && options[active] ? `${id}-${active}` : undefined}
            aria-invalid={trouble !== undefined}
            aria-describedby={trouble === undefined ? undefined : `${id}-trouble`}
            data-first-focus={isFirstFocus || undefined}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => write(event.target.value)}
            onClick={() => setIsOpen(true)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
          />
        </Field>
        <Button
          type="button"
          variant="secondary"
          onClick={() => (typed.trim() === '' ? field.current?.focus() : take(typed))}
        >
          {t('addName')}
        </Button>
      </div>
      {trouble !== undefined && <ValidationMessage id={`${id}-trouble`}>{trouble}</ValidationMessage>}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('peopleSuggested')}
        className="peopleField-list"
        hidden={!isShown}
      >
        {isShown &&
          options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field, which keeps the focus.
            <div
              key={option.key}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className="peopleField-option"
              // The field keeps the focus, and so the keyboard of a phone stays.
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={option.choose}
            >
              {option.label}
            </div>
          ))}
      </div>
      <Aloud
        of={said}
        words={said.words || (isShown && typed.trim() !== '' ? t('peopleFound', { count: found.length }) : '')}
      />
    </div>
  );
}
