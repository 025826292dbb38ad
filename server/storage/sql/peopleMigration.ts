/** What both databases ask of today's rows when people, accesses and the lobby come; each in SQL that both understand. */

/** What somebody answered at the door is what they were given; whoever leads writes for others too. */
export const voicesOfToday = `case when voice is null or role = 'leader' then '[]' else '["' || voice || '"]' end`;

/** Who made a board: whoever led it first. They are the person of their participant's id. */
export const makerOfToday = `(
    select participants.id from participants
    where participants.board_id = boards.id and participants.role = 'leader'
    order by participants.joined_at, participants.id limit 1
  )`;

/** When a session last came in somewhere: it lasted 180 days from then. When it was last used, nobody wrote down. */
export const openedAtOfToday = 'sessions.expires_at - 15552000000';

/** A link that somebody came by who was removed since: they may have it still. */
export const hasLetInSomebodyRemoved = `exists (
    select 1 from participants where participants.access_id = links.id and participants.removed_at is not null
  )`;
