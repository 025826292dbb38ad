import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Key, rowsOf, signOf, type Typing } from './typing.ts';

interface EdgeKeysProps {
  readonly typing: Typing;
  readonly onPress: (key: Key) => void;
}

/** How long a key is held before it goes on by itself, and how often then, in milliseconds. */
const heldAfterMs = 450;
const againEveryMs = 70;

const names = { delete: 'keyDelete', line: 'keyLine', shift: 'keyShift' } as const;
const marks = { delete: '⌫', line: '↵', shift: '⇧' } as const;

/** Keys for one edge. They act when they are touched and not when a click comes: browsers make none for a second finger. */
export function EdgeKeys({ typing, onPress }: EdgeKeysProps): ReactNode {
  const { t } = useTranslation('around');
  const press = useRef(onPress);
  press.current = onPress;
  const held = useRef<ReturnType<typeof setTimeout>>(undefined);
  const letGo = (): void => clearTimeout(held.current);
  useEffect(() => () => clearTimeout(held.current), []);
  const hold = (key: Key, waitMs: number): void => {
    letGo();
    held.current = setTimeout(() => {
      press.current(key);
      hold(key, againEveryMs);
    }, waitMs);
  };
  return (
    <fieldset className="edgeKeys" aria-label={t('keys')}>
      {rowsOf(typing).map((row) => (
        <div key={row.map((key) => (key.kind === 'sign' ? key.sign : key.kind)).join('')} className="edgeKeys-row">
          {row.map((key) => {
            const isSpace = key.kind === 'sign' && key.sign === ' ';
            return (
              <button
                key={key.kind === 'sign' ? key.sign : key.kind}
                type="button"
                // A keyboard of one's own writes in the box itself.
                tabIndex={-1}
                className={`edgeKeys-key edgeKeys-${isSpace ? 'space' : key.kind}`}
                aria-label={
                  isSpace
                    ? t('keySpace')
                    : key.kind === 'sign' || key.kind === 'otherSigns'
                      ? undefined
                      : t(names[key.kind])
                }
                aria-pressed={key.kind === 'shift' ? typing.isShifted : undefined}
                onPointerDown={(event) => {
                  event.preventDefault();
                  onPress(key);
                  if (key.kind === 'delete') hold(key, heldAfterMs);
                }}
                onPointerUp={letGo}
                onPointerCancel={letGo}
                onPointerLeave={letGo}
                onClick={({ detail }) => {
                  // By whatever presses buttons without a pointer.
                  if (detail === 0) onPress(key);
                }}
              >
                {key.kind === 'sign'
                  ? signOf(typing, key.sign)
                  : key.kind === 'otherSigns'
                    ? t(typing.hasOtherSigns ? 'letters' : 'figures')
                    : marks[key.kind]}
              </button>
            );
          })}
        </div>
      ))}
    </fieldset>
  );
}
