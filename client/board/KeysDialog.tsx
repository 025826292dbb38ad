import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type DialogSlot, Modal } from '../ui/index.ts';

/** The keys of the duk, each with what it does. */
const keys = [
  ['arrows', ['←', '↑', '→', '↓']],
  ['write', ['Enter']],
  ['newNote', ['N']],
  ['several', ['Shift', 'Space']],
  ['moveTo', ['M']],
  ['moveOne', ['Alt', '←']],
  ['action', ['T']],
  ['delete', ['Delete']],
  ['duplicate', ['Ctrl', 'D']],
  ['clipboard', ['Ctrl', 'C', 'X', 'V']],
  ['undo', ['Ctrl', 'Z']],
  ['search', ['Ctrl', 'F']],
  ['zoom', ['+', '−']],
  ['showAll', ['0']],
  ['view', ['Alt', 'L']],
  ['letGo', ['Escape']],
] as const;

/** `?`: what the keys do. */
export function KeysDialog(slot: DialogSlot): ReactNode {
  const { t } = useTranslation('keys');
  return (
    <Modal {...slot} title={t('title')}>
      <p>{t('onMac')}</p>
      <dl className="keysList">
        {keys.map(([command, pressed]) => (
          <div key={command}>
            <dt>
              {pressed.map((key) => (
                <kbd key={key}>{key === 'Space' ? t('space') : key}</kbd>
              ))}
            </dt>
            <dd>{t(command)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
