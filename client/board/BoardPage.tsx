import { Button } from '@digdir/designsystemet-react';
import { may } from '@duken/shared/access';
import { type Note, type NoteId, type ParticipantId, theRound, type Voice } from '@duken/shared/board';
import type { MeReply, ParticipantReply } from '@duken/shared/protocol';
import type { Template } from '@duken/shared/template';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch as useAddress, useLocation } from 'wouter';
import { useMeetings, useParticipants, valueIn } from '../http/index.ts';
import { type BoardSession, useDraft, useLastKnown } from '../session/index.ts';
import { fetchTexts, sheetWordsIn, templateIn, useLanguage } from '../texts/index.ts';
import { Again, ExampleEnd, fetchPart, LatePart, Letter, SharingLine, useDocumentTitle, Waiting } from '../ui/index.ts';
import './board.css';
import './print.css';
import { AskChildContext } from './AskChildButton.tsx';
import { AskedLine } from './AskedLine.tsx';
import { BoardDialogs } from './BoardDialogs.tsx';
import { BoardTop, type DialogName } from './BoardTop.tsx';
import type { BoardSlots, KeptQuiet } from './boardSlots.ts';
import { type BoardView, noteIn, viewIn } from './boardView.ts';
import { EndedLetter } from './EndedLetter.tsx';
import { GoneNote } from './GoneNote.tsx';
import { KeptDialog } from './KeptDialog.tsx';
import { LeftOverBar } from './LeftOverBar.tsx';
import { ListView } from './ListView.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { type NewsWords, sayNews } from './news/sayNews.ts';
import { useNews } from './news/useNews.ts';
import { PlanReady } from './PlanReady.tsx';
import { ReadOutLine } from './ReadOutLine.tsx';
import { RestoredNotice } from './RestoredNotice.tsx';
import { InterpreterBar } from './reading/InterpreterBar.tsx';
import { ReadingContext, useReading } from './reading/useReading.ts';
import { SearchBar } from './search/SearchBar.tsx';
import { useSearch } from './search/useSearch.ts';
import { TroubleBar } from './TroubleBar.tsx';
import { isBehindDialog, isTextBox, isViewKey, useUndoKeys } from './undoKeys.ts';
import { useBoardActions } from './useBoardActions.ts';
import { useAreOnDuk, useBoardHead, useBoardSession, useSeat, useSessionState, useTrouble } from './useBoardSession.ts';
import { useCommandText } from './useCommandText.ts';
import { useFolded } from './useFolded.ts';
import { useGuide } from './useGuide.ts';
import { useHearts } from './useHearts.ts';
import { useLeftOver } from './useLeftOver.ts';
import { useLostPeople } from './useLostPeople.ts';
import { useNotice } from './useNotice.ts';
import { usePlanReady } from './usePlanReady.ts';
import { WriteUpContext, WriteUpDialog } from './WriteUpDialog.tsx';

/** The canvas brings Konva with it: a phone that starts with the list need not wait for it. */
const canvasViewPart = { load: async () => (await import('./CanvasView.tsx')).CanvasView };

/** What lies at the edges of a large screen comes when somebody asks for it. */
const aroundTablePart = {
  load: async () => (await Promise.all([import('./around/AroundTable.tsx'), fetchTexts('around')]))[0].AroundTable,
};

const newsPart = { load: async () => (await import('./news/NewsDialog.tsx')).NewsDialog };

interface BoardPageProps extends BoardSlots {
  /** Where the interpreter works. */
  readonly interpreterView: (view: { readonly session: BoardSession; readonly template: Template }) => ReactNode;
  readonly boardId: string;
  readonly me: MeReply;
  /** What somebody is asked about themselves, above the duk; joined in app/boardPages.tsx. */
  readonly question: ReactNode;
}

/** The page where a group works: one live connection, and the duk as canvas or list. */
export function BoardPage(props: BoardPageProps): ReactNode {
  // The canvas comes while the duk does, and not after it.
  useEffect(() => {
    if (viewIn(location.search, window.innerWidth, props.me) === 'duk') fetchPart(canvasViewPart);
  }, [props.me]);
  const session = useBoardSession(props.boardId, props.me);
  return session ? <OpenBoard key={props.boardId} {...props} session={session} /> : <Waiting />;
}

const nobody: readonly ParticipantReply[] = [];
const noNotes: readonly NoteId[] = [];

function OpenBoard({
  boardId,
  me,
  session,
  question,
  interpreterView,
  guide: guideSlot,
  between: betweenSlot,
  practice: practiceSlot,
  quiet: quietSlot,
  pause: pauseSlot,
  journeyOverTime,
  ...slots
}: BoardPageProps & { readonly session: BoardSession }): ReactNode {
  const { t } = useTranslation('board');
  const { t: commonText } = useTranslation('common');
  const language = useLanguage();
  const { title, template: layout, isLayoutMissing, leftOut } = useBoardHead(session);
  const template = useMemo(() => templateIn(layout, language), [layout, language]);
  const { notice, tell, dismiss } = useNotice();
  const isUntrue = useAreOnDuk(session, notice?.deleted);
  const namesNow = useRef<ReadonlyMap<ParticipantId, string>>(new Map());
  const nameOf = useCallback((participantId: ParticipantId) => namesNow.current.get(participantId) ?? '', []);
  const actions = useBoardActions(session, me.participantId, tell, nameOf);
  const { view, setView, shows, showNote } = useBoardView(boardId, me);
  useDocumentTitle(`${commonText(`view-${view}`)} · Duken`);
  const [dialog, setDialog] = useState<DialogName>();
  const [moving, setMoving] = useState<readonly NoteId[]>(noNotes);
  const [acting, setActing] = useDraft<NoteId | undefined>(boardId, 'acting', undefined);
  const [writingUp, setWritingUp] = useState<Note>();
  const writeUp = useCallback((note: Note) => setWritingUp(note), []);
  const [opens, setOpens] = useState<NoteId>();
  const [chosenVoice, setVoice] = useState<Voice>(me.voice ?? (me.role === 'leader' ? 'service' : 'citizen'));
  const { voices } = useSeat(session);
  const voice = voices.includes(chosenVoice) ? chosenVoice : (voices[0] ?? 'citizen');
  const [showsPointers, setShowsPointers] = useState(true);
  const [folded, toggleFolded] = useFolded(boardId);
  const people =
    useLastKnown(boardId, `participants as ${me.participantId}`, valueIn(useParticipants(boardId))) ?? nobody;
  const meetings = useLastKnown(boardId, `meetings as ${me.participantId}`, valueIn(useMeetings(boardId)));
  const overTime = meetings?.some(({ version }) => version !== undefined) ? journeyOverTime() : undefined;
  const isLeader = may(me, 'meet');
  const isInterpreted = me.role === 'interpreter' || people.some(({ role }) => role === 'interpreter');

  const meeting = meetings?.find(({ isFrozen }) => !isFrozen) ?? meetings?.[0];
  const isMeetingOpen = meeting !== undefined && !meeting.isFrozen;
  const online = useMemo(
    () =>
      people
        .filter((person) => person.online)
        .map(({ participantId, personId, name }) => ({
          participantId: participantId as ParticipantId,
          personId,
          name,
        })),
    [people],
  );
  const lost = useLostPeople(session, people);
  // Whoever is here is proposed as present until the leader has opened a meeting and said who is.
  const present = useMemo(() => (meeting?.present ?? online).map(({ name }) => name), [meeting, online]);
  const date = meeting?.date ?? '';
  const sheet = useMemo(
    () => ({
      words: sheetWordsIn(language),
      names: new Map([
        ...people.map(({ participantId, name }) => [participantId as ParticipantId, name] as const),
        [theRound, t('voice_round')],
      ]),
      helpers: new Set(
        people.flatMap(({ participantId, hasHelped }) => (hasHelped ? (participantId as ParticipantId) : [])),
      ),
      meeting: { date, present },
    }),
    [language, people, date, present, t],
  );
  namesNow.current = sheet.names;
  useEffect(() => session.presence.share(showsPointers), [session, showsPointers]);

  const reading = useReading(session, isInterpreted);
  const planReady = usePlanReady(meetings);
  const [gone, setGone] = useState<NoteId>();
  const leftOver = useLeftOver(session, actions, setOpens);
  const { onTooLong } = leftOver;
  const commandText = useCommandText();

  const differ = useCallback((noteId: NoteId) => setOpens(actions.differ(noteId, voice)), [actions, voice]);
  const moveOne = useCallback((noteId: NoteId) => setMoving([noteId]), []);

  const state = useSessionState(session);
  const isOpen = state.kind === 'open';
  const trouble = useTrouble(session);
  useUndoKeys(actions, isOpen && session.mayWrite);
  const search = useSearch(isOpen);
  const guide = useGuide(session);
  const hearts = useHearts(session, voice, tell);
  const hasPause = useSyncExternalStore(session.subscribe, () => session.board().now?.pause !== undefined);
  const hasRound = useSyncExternalStore(session.subscribe, () => session.board().now?.round !== undefined);
  const themeNow = useRef<string>(undefined);
  const onStand = useCallback((theme: string) => {
    themeNow.current = theme;
  }, []);
  const { t: listText } = useTranslation('list');
  const newsWords: NewsWords = { template, names: sheet.names, language, t: listText, boardText: t };
  const news = useNews(session, themeNow, (changes) => sayNews(changes, newsWords));
  const [asksForPause, setAsksForPause] = useState(false);
  const [quiet, setQuiet] = useState<{ readonly given?: KeptQuiet; readonly asks?: NoteId }>();
  const [isAround, setIsAround] = useState(false);
  const isChild = me.voices.includes('child') && !me.hasHelped && !isLeader;
  const askChild = useMemo(() => (isChild ? undefined : (noteId: NoteId) => setQuiet({ asks: noteId })), [isChild]);

  const sitAround = (isOn: boolean): void => {
    setIsAround(isOn);
    if (isOn) setView('duk');
  };

  /** Tiltak and what an interpreter works on show no part of the duk. */
  const seeDuk = (): void => {
    if (view === 'tiltak' || view === 'tolk') setView('liste');
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isBehindDialog()) return;
    if (event.key === '?' && !isTextBox(event.target)) setDialog('keys');
    if (!isViewKey(event, isTextBox(event.target))) return;
    event.preventDefault();
    setView(view === 'duk' ? 'liste' : 'duk');
  };

  return (
    <ReadingContext value={reading}>
      <AskChildContext value={askChild}>
        <WriteUpContext value={isLeader ? writeUp : undefined}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: one key for the whole page, Alt and L, changes between canvas and list. */}
          <div className="boardPage" onKeyDown={onKeyDown}>
            <BoardTop
              session={session}
              title={title || me.title}
              boardId={boardId}
              view={view}
              hasPlan={meetings?.some(({ version }) => version !== undefined) ?? false}
              hasInterpreter={isInterpreted && may(me, 'translate')}
              people={online}
              lost={lost}
              names={sheet.names}
              isLeader={isLeader}
              mayInvite={may(me, 'invite')}
              mayKeep={may(me, 'keepBoard')}
              mayReadConsents={may(me, 'readConsents')}
              mayReadContacts={may(me, 'readContacts')}
              mayKeepPeople={may(me, 'keepPeople')}
              mayReadLog={may(me, 'readLog')}
              stories={may(me, 'tellStory') ? 'ownStory' : me.hasStories && 'stories'}
              isMeetingOpen={isMeetingOpen}
              waiting={people.filter(({ state }) => state === 'waiting').length}
              showsPointers={showsPointers}
              onShowsPointers={setShowsPointers}
              onDialog={setDialog}
              onSearch={search.open}
              onGuide={isOpen && (isLeader || guide.isHidden) ? () => guide.show(true) : undefined}
              isGuided={guide.isHidden}
              onPause={isOpen && may(me, 'pause') ? () => setAsksForPause(true) : undefined}
              onQuiet={isOpen && session.mayWrite ? () => setQuiet({}) : undefined}
              isAround={isAround}
              onAround={isOpen && session.mayWrite && canSitAround() ? () => sitAround(!isAround) : undefined}
            />
            <TroubleBar session={session} />
            {isInterpreted && view !== 'tolk' && <InterpreterBar session={session} />}
            {(me.expiresAt !== undefined || me.archivedAt !== undefined) && (
              <p className="exampleEnd">
                {me.archivedAt !== undefined && <span>{`${t('isArchived')} `}</span>}
                {me.expiresAt !== undefined && <ExampleEnd expiresAt={me.expiresAt} />}
              </p>
            )}
            {me.sharing && <SharingLine boardId={boardId} me={me} mayLook={may(me, 'readConsents')} />}
            {question}
            {isOpen && session.mayWrite && me.voices.includes('child') && (
              <div role="status" className="roundOpen">
                <AskedLine session={session} />
              </div>
            )}
            {isOpen && session.mayWrite && isLeader && (
              <div role="status" className="roundOpen">
                {!quiet && <ReadOutLine session={session} onShow={() => setQuiet({})} />}
              </div>
            )}
            {isOpen && session.mayWrite && (
              // The region is there before there is anything to say.
              <div role="status" className="roundOpen">
                {hasRound && !quiet && (
                  <>
                    <span>{t('roundOpen')}</span>
                    <Button data-size="sm" variant="secondary" onClick={() => setQuiet({})}>
                      {t('roundWrite')}
                    </Button>
                  </>
                )}
              </div>
            )}
            {isOpen &&
              isLeader &&
              me.expiresAt !== undefined &&
              meetings !== undefined &&
              practiceSlot({
                session,
                template,
                me: me.participantId as ParticipantId,
                isOpened: meeting !== undefined,
                isFrozen: meetings.some(({ version }) => version !== undefined),
                onGo: (place) => {
                  seeDuk();
                  if (place === 'guide') guide.show(true);
                  else if (place === 'journey') guide.see({ kind: 'journey' });
                  else setDialog(place);
                },
              })}
            {isOpen &&
              guide.isOpen &&
              guideSlot({
                session,
                template,
                isLeader,
                isWhose: voice === 'citizen' || voice === 'child',
                isShown: guide.isShown,
                onHide: () => guide.show(false),
                composes: view === 'liste' && session.mayWrite,
                people: online,
                onLook: (part) => guide.see(part ? { kind: 'part', part } : { kind: 'back' }),
                onShow: (part) => {
                  seeDuk();
                  guide.see({ kind: 'part', part });
                },
                onOpenJourney: () => {
                  seeDuk();
                  guide.see({ kind: 'journey' });
                },
                onAsk: guide.ask,
                onAnswer: (cell) => {
                  seeDuk();
                  setOpens(actions.addNote(cell, voice));
                },
                onQuiet: () => setQuiet({}),
                onVision: () => setDialog('vision'),
                onFreeze: () => setDialog('freeze'),
              })}
            {isOpen &&
              (isMeetingOpen || guide.isOpen) &&
              betweenSlot({ session, template, onShow: (noteId) => showNote(noteId as NoteId) })}
            <main className="boardMain" id="innhold">
              {state.kind === 'loading' && !trouble && <Waiting />}
              {state.kind === 'ended' && <EndedLetter session={session} reason={state.reason} />}
              {state.kind === 'unreadable' && (
                <Letter title={t('unreadableTitle')}>
                  <p>{t(state.failure.kind === 'empty' ? 'unreadableEmpty' : 'unreadableNewer')}</p>
                </Letter>
              )}
              {isOpen && isLayoutMissing && (
                <p className="leftOut" role="status">
                  {t('layoutMissing')}
                </p>
              )}
              {isOpen && leftOut > 0 && (
                <p className="leftOut">{t(leftOut === 1 ? 'leftOutOne' : 'leftOutMany', { count: leftOut })}</p>
              )}
              {isOpen && view === 'duk' && (
                <LatePart
                  part={canvasViewPart}
                  show={(CanvasView) => (
                    <CanvasView
                      session={session}
                      participantId={me.participantId}
                      template={template}
                      actions={actions}
                      sheet={sheet}
                      folded={folded}
                      onFold={toggleFolded}
                      showsPointers={showsPointers}
                      voice={voice}
                      onVoice={setVoice}
                      onMove={setMoving}
                      onAction={setActing}
                      onDiffer={differ}
                      onBin={() => setDialog('bin')}
                      onMeeting={isLeader ? () => setDialog('meeting') : undefined}
                      onGone={setGone}
                      onTooLong={onTooLong}
                      onOthersTap={() => tell({ text: t('othersTap') })}
                      onFailure={(failure) => tell({ text: commandText(failure) })}
                      opens={opens}
                      shows={shows}
                      found={search.found}
                      sees={guide.sees}
                      hearts={hearts}
                      overTime={overTime}
                      isAround={isAround}
                      onStand={onStand}
                    />
                  )}
                />
              )}
              {isOpen && isAround && session.mayWrite && view === 'duk' && (
                <LatePart
                  part={aroundTablePart}
                  show={(AroundTable) => (
                    <AroundTable session={session} template={template} actions={actions} asked={guide.asked} />
                  )}
                />
              )}
              {isOpen && view === 'tolk' && interpreterView({ session, template })}
              {isOpen && (view === 'liste' || view === 'tiltak') && (
                <ListView
                  key={view}
                  session={session}
                  only={view === 'tiltak' ? 'actions' : 'all'}
                  template={template}
                  actions={actions}
                  names={sheet.names}
                  helpers={sheet.helpers}
                  voice={voice}
                  onVoice={setVoice}
                  onMove={moveOne}
                  onAction={setActing}
                  onDiffer={differ}
                  onBin={() => setDialog('bin')}
                  meeting={sheet.meeting}
                  onMeeting={isLeader ? () => setDialog('meeting') : undefined}
                  onGone={setGone}
                  onTooLong={onTooLong}
                  opens={opens}
                  shows={shows}
                  onShow={showNote}
                  found={search.found}
                  sees={guide.sees}
                  hearts={hearts}
                  overTime={overTime}
                  onStand={onStand}
                  asked={guide.asked}
                  onQuiet={(given) => setQuiet({ given })}
                />
              )}
              {isOpen && search.isOpen && (
                <SearchBar
                  session={session}
                  onGo={(noteId) => {
                    seeDuk();
                    search.go(noteId);
                  }}
                  onClose={() => {
                    search.close();
                    document.querySelector<HTMLElement>('[role="application"]')?.focus({ preventScroll: true });
                  }}
                />
              )}
            </main>
            {isOpen &&
              quiet &&
              session.mayWrite &&
              quietSlot({
                session,
                template,
                voice,
                isLeader,
                isChild,
                asks: quiet.asks,
                onAsked: () => setQuiet({}),
                asked: guide.asked,
                given: quiet.given,
                onClose: () => setQuiet(undefined),
              })}
            {isOpen &&
              (hasPause || asksForPause) &&
              pauseSlot({ session, isLeader, isAsking: asksForPause, onAsked: () => setAsksForPause(false) })}
            <NoticeBar notice={isUntrue ? undefined : notice} onDismiss={dismiss}>
              {planReady.meeting && (
                <PlanReady
                  boardId={boardId}
                  meeting={planReady.meeting}
                  participants={people}
                  onDismiss={planReady.dismiss}
                />
              )}
              <RestoredNotice boardId={boardId} session={session} me={me} names={sheet.names} />
              {gone && (
                <GoneNote
                  key={gone}
                  session={session}
                  noteId={gone}
                  names={sheet.names}
                  onRestore={() => actions.restoreNote(gone)}
                  onDismiss={() => setGone(undefined)}
                />
              )}
              {leftOver.text !== '' && <LeftOverBar text={leftOver.text} onLay={leftOver.lay} onDrop={leftOver.drop} />}
            </NoticeBar>
            <p className="ds-sr-only" aria-live="polite" data-testid="news">
              <Again words={news.spoken.words} of={news.spoken} />
            </p>
            {dialog === 'news' && (
              <LatePart
                part={newsPart}
                show={(NewsDialog) => (
                  <NewsDialog
                    open
                    onClose={() => setDialog(undefined)}
                    news={news}
                    words={newsWords}
                    isThere={(noteId) => session.board().notes.some(({ id }) => id === noteId)}
                    onShow={showNote}
                  />
                )}
              />
            )}
            <KeptDialog session={session} />
            <BoardDialogs
              {...slots}
              boardId={boardId}
              session={session}
              template={template}
              actions={actions}
              isLeader={isLeader}
              ownName={nameOf(me.participantId as ParticipantId) || me.name}
              mayInvite={may(me, 'invite')}
              mayKeep={may(me, 'keepBoard')}
              title={title || me.title}
              archivedAt={me.archivedAt}
              closingReason={me.closingReason}
              participants={people}
              present={present}
              lost={lost}
              dialog={dialog}
              onDialog={setDialog}
              moving={moving}
              onMoving={setMoving}
              acting={acting}
              onActing={setActing}
            />
            {isLeader && <WriteUpDialog session={session} note={writingUp} onClose={() => setWritingUp(undefined)} />}
          </div>
        </WriteUpContext>
      </AskChildContext>
    </ReadingContext>
  );
}

/** Whether this may be a screen that lies on a table: large enough for a tray at each edge, and made for fingers. */
function canSitAround(): boolean {
  return window.innerWidth >= 1600 && window.innerHeight >= 900 && matchMedia('(any-pointer: coarse)').matches;
}

/** Which view is shown: in the address, so that the back button and a reload know it. */
function useBoardView(
  boardId: string,
  me: MeReply,
): {
  readonly view: BoardView;
  readonly setView: (view: BoardView) => void;
  /** The note that the address leads to. */
  readonly shows: NoteId | undefined;
  /** Goes to a note, in the view that suits the screen. */
  readonly showNote: (noteId: NoteId) => void;
} {
  const search = useAddress();
  const [, navigate] = useLocation();
  const [width] = useState(() => window.innerWidth);
  const go = (view: BoardView, rest = ''): void => navigate(`/duk/${boardId}?vis=${view}${rest}`);
  return {
    view: viewIn(search, width, me),
    setView: go,
    shows: noteIn(search),
    showNote: (noteId) => go(viewIn('', width), `&lapp=${encodeURIComponent(noteId)}`),
  };
}
