import { Button, Dropdown, Switch } from '@digdir/designsystemet-react';
import type { ParticipantId } from '@duken/shared/board';
import type { LostPerson } from '@duken/shared/meeting';
import { MagnifyingGlassIcon, MenuElipsisHorizontalIcon } from '@navikt/aksel-icons';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { BoardSession } from '../session/index.ts';
import { LanguageSwitch, TopBar, ViewSwitch } from '../ui/index.ts';
import type { BoardView } from './boardView.ts';
import { MeetingSign } from './MeetingSign.tsx';
import { People, PeopleLine, type PersonHere } from './People.tsx';
import { SavedSign } from './SavedSign.tsx';
import { useSessionState } from './useBoardSession.ts';

export type DialogName = 'invite' | 'meeting' | 'freeze' | 'bin' | 'keys' | 'name' | 'board' | 'vision' | 'news';

interface BoardTopProps extends MoreMenuProps {
  readonly view: BoardView;
  readonly hasPlan: boolean;
  readonly hasInterpreter: boolean;
  readonly title: string;
  readonly people: readonly PersonHere[];
  readonly names: ReadonlyMap<ParticipantId, string>;
  /** How many knock and have not been let in. */
  readonly waiting: number;
  readonly isMeetingOpen: boolean;
}

/** The bar above the duk: which duk it is and whether it is saved, the views, people, and the leader's next step. */
export function BoardTop(props: BoardTopProps): ReactNode {
  const { session, isLeader, mayInvite, onDialog } = props;
  const { t } = useTranslation('board');
  const isOpen = useSessionState(session).kind === 'open';
  return (
    <TopBar
      title={
        <>
          <h1 className="boardTitle">{props.title}</h1>
          <SavedSign session={session} />
          <MeetingSign isOpen={props.isMeetingOpen} />
        </>
      }
      middle={
        <ViewSwitch
          boardId={props.boardId}
          current={props.view}
          hasPlan={props.hasPlan}
          hasInterpreter={props.hasInterpreter}
        />
      }
      end={
        <>
          <People people={props.people} lost={props.lost} names={props.names} />
          {mayInvite && (
            <Button variant="secondary" className="wideOnly" onClick={() => onDialog('invite')}>
              <span>{t('invite')}</span>
              {props.waiting > 0 && <WaitingSign count={props.waiting} />}
            </Button>
          )}
          {isLeader && (
            <Button className="wideOnly" onClick={() => onDialog('freeze')} disabled={!isOpen}>
              {t('freeze')}
            </Button>
          )}
          <Button
            variant="tertiary"
            icon
            className="wideOnly"
            aria-label={t('search')}
            title={t('searchHint')}
            onClick={props.onSearch}
          >
            <MagnifyingGlassIcon aria-hidden />
          </Button>
          <MoreMenu {...props} />
        </>
      }
    />
  );
}

/** Somebody knocks: told at once, and there for as long as they wait. */
function WaitingSign({ count }: { readonly count: number }): ReactNode {
  const { t } = useTranslation('invite');
  return (
    <span className="waitingSign" role="status" aria-label={t('knocking', { count })}>
      {count}
    </span>
  );
}

interface MoreMenuProps {
  readonly boardId: string;
  readonly session: BoardSession;
  readonly people: readonly PersonHere[];
  readonly lost: readonly LostPerson[];
  readonly waiting: number;
  /** Whether one leads the meetings here. */
  readonly isLeader: boolean;
  readonly mayInvite: boolean;
  /** Whether one names the board, puts it away and deletes it. */
  readonly mayKeep: boolean;
  readonly mayReadConsents: boolean;
  readonly mayReadContacts: boolean;
  readonly mayKeepPeople: boolean;
  readonly mayReadLog: boolean;
  /** What one reads of stories that are told once: one's own, or others'; undefined where there are none. */
  readonly stories: 'ownStory' | 'stories' | undefined;
  readonly showsPointers: boolean;
  readonly onShowsPointers: (shows: boolean) => void;
  readonly onDialog: (dialog: DialogName) => void;
  readonly onSearch: () => void;
  /** Asks for a pause. */
  readonly onPause: (() => void) | undefined;
  /** Opens what one writes for oneself; undefined for those who write nothing here. */
  readonly onQuiet: (() => void) | undefined;
  /** Whether each edge of the screen has a tray of its own. */
  readonly isAround: boolean;
  /** Lays trays along the edges, or takes them away; undefined where the screen is none to sit round. */
  readonly onAround: (() => void) | undefined;
  /** Opens the guided meeting, for those who have something to open. */
  readonly onGuide: (() => void) | undefined;
  /** Whether the table is led, and the question put away here. */
  readonly isGuided: boolean;
}

function MoreMenu(props: MoreMenuProps): ReactNode {
  const { session, isLeader, mayInvite, mayKeep, waiting, showsPointers, onShowsPointers, onDialog, onSearch } = props;
  const { t } = useTranslation('board');
  const id = useId();
  const [open, setOpen] = useState(false);
  const choose = (dialog: DialogName) => () => {
    setOpen(false);
    onDialog(dialog);
  };
  return (
    <>
      <Button
        variant="tertiary"
        icon
        popoverTarget={id}
        aria-label={t('more')}
        title={t('more')}
        onClick={() => setOpen(!open)}
      >
        <MenuElipsisHorizontalIcon aria-hidden />
      </Button>
      <Dropdown id={id} className="moreList" open={open} onClose={() => setOpen(false)} placement="bottom-end">
        <PeopleLine people={props.people} lost={props.lost} />
        <Dropdown.List>
          {props.onGuide && (
            <Dropdown.Item>
              <Dropdown.Button
                onClick={() => {
                  setOpen(false);
                  props.onGuide?.();
                }}
              >
                <span>{t(props.isGuided ? 'showQuestion' : 'followMeeting')}</span>
              </Dropdown.Button>
            </Dropdown.Item>
          )}
          {isLeader && (
            <>
              <Dropdown.Item>
                <Dropdown.Button onClick={choose('meeting')}>{t('meeting')}</Dropdown.Button>
              </Dropdown.Item>
              <Dropdown.Item className="narrowOnly">
                <Dropdown.Button onClick={choose('freeze')}>{t('freeze')}</Dropdown.Button>
              </Dropdown.Item>
            </>
          )}
          {mayInvite && (
            <Dropdown.Item className="narrowOnly">
              <Dropdown.Button onClick={choose('invite')}>
                <span>{t('invite')}</span>
                {waiting > 0 && <WaitingSign count={waiting} />}
              </Dropdown.Button>
            </Dropdown.Item>
          )}
          {props.onQuiet && (
            <Dropdown.Item>
              <Dropdown.Button
                onClick={() => {
                  setOpen(false);
                  props.onQuiet?.();
                }}
              >
                {t('writeQuietly')}
              </Dropdown.Button>
            </Dropdown.Item>
          )}
          {props.onAround && (
            <Dropdown.Item>
              <Dropdown.Button
                onClick={() => {
                  setOpen(false);
                  props.onAround?.();
                }}
              >
                <span>{t(props.isAround ? 'notAround' : 'around')}</span>
              </Dropdown.Button>
            </Dropdown.Item>
          )}
          {props.onPause && (
            <Dropdown.Item>
              <Dropdown.Button
                onClick={() => {
                  setOpen(false);
                  props.onPause?.();
                }}
              >
                {t('takeBreath')}
              </Dropdown.Button>
            </Dropdown.Item>
          )}
          <Dropdown.Item>
            <Dropdown.Button onClick={choose('news')}>{t('whatsNew')}</Dropdown.Button>
          </Dropdown.Item>
          <Dropdown.Item>
            <Dropdown.Button onClick={choose('name')}>{t('myName')}</Dropdown.Button>
          </Dropdown.Item>
          {session.mayWrite && (
            <Dropdown.Item>
              <Dropdown.Button onClick={choose('bin')}>{t('bin')}</Dropdown.Button>
            </Dropdown.Item>
          )}
          {isLeader && (
            <Dropdown.Item>
              <Dropdown.Button asChild>
                <Link href={`/duk/${props.boardId}/papir`}>{t('paper', { ns: 'sharing' })}</Link>
              </Dropdown.Button>
            </Dropdown.Item>
          )}
          {props.mayReadConsents && (
            <Dropdown.Item>
              <Dropdown.Button asChild>
                <Link href={`/duk/${props.boardId}/samtykke`}>{t('menu', { ns: 'sharing' })}</Link>
              </Dropdown.Button>
            </Dropdown.Item>
          )}
          {props.mayKeepPeople && (
            <Dropdown.Item>
              <Dropdown.Button asChild>
                <Link href={`/duk/${props.boardId}/team`}>{t('team', { ns: 'sharing' })}</Link>
              </Dropdown.Button>
            </Dropdown.Item>
          )}
          {props.mayReadContacts && (
            <Dropdown.Item>
              <Dropdown.Button asChild>
                <Link href={`/duk/${props.boardId}/kontakt`}>{t('contacts', { ns: 'sharing' })}</Link>
              </Dropdown.Button>
            </Dropdown.Item>
          )}
          {props.stories && (
            <Dropdown.Item>
              <Dropdown.Button asChild>
                <Link href={`/duk/${props.boardId}/historie`}>{t(props.stories, { ns: 'sharing' })}</Link>
              </Dropdown.Button>
            </Dropdown.Item>
          )}
          {props.mayReadContacts && (
            <Dropdown.Item>
              <Dropdown.Button asChild>
                <Link href={`/duk/${props.boardId}/tidslinje`}>{t('timeline', { ns: 'sharing' })}</Link>
              </Dropdown.Button>
            </Dropdown.Item>
          )}
          {props.mayReadLog && (
            <Dropdown.Item>
              <Dropdown.Button asChild>
                <Link href={`/duk/${props.boardId}/logg`}>{t('log', { ns: 'sharing' })}</Link>
              </Dropdown.Button>
            </Dropdown.Item>
          )}
          {mayKeep && (
            <Dropdown.Item>
              <Dropdown.Button onClick={choose('board')}>{t('aboutBoard')}</Dropdown.Button>
            </Dropdown.Item>
          )}
          <Dropdown.Item>
            <Dropdown.Button asChild>
              <Link href={`/duk/${props.boardId}/forlat`}>{t('leave', { ns: 'sharing' })}</Link>
            </Dropdown.Button>
          </Dropdown.Item>
          <Dropdown.Item className="narrowOnly">
            <Dropdown.Button
              onClick={() => {
                setOpen(false);
                onSearch();
              }}
            >
              {t('search')}
            </Dropdown.Button>
          </Dropdown.Item>
          <Dropdown.Item className="wideOnly">
            <Dropdown.Button onClick={choose('keys')}>{t('keys')}</Dropdown.Button>
          </Dropdown.Item>
          <Dropdown.Item>
            <Dropdown.Button asChild>
              <Link href="/tilgjengelighet">{t('shutOut')}</Link>
            </Dropdown.Button>
          </Dropdown.Item>
        </Dropdown.List>
        <div className="moreMenu">
          <Switch
            label={t('showPointers')}
            checked={showsPointers}
            onChange={(event) => onShowsPointers(event.target.checked)}
          />
          <LanguageSwitch />
        </div>
      </Dropdown>
    </>
  );
}
