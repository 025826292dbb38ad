import type { Table } from '../table.ts';

/** Few enough for servers that bound how fast one may write. */
const underWay = 100;

/** Every author writes up to this edit, orderly; resolves when everybody has everything. */
export async function writeAll(table: Table, last: number): Promise<void> {
  const { authors, deliveries } = table;
  await new Promise<void>((resolve) => {
    let unfinished = authors.length;
    deliveries.onEverywhere = (author) => {
      if (table.sent(author) < last) table.sendNext(author);
      else if (deliveries.everywhere(author) === last) {
        unfinished -= 1;
        if (unfinished === 0) resolve();
      }
    };
    for (let author = 0; author < authors.length; author++) {
      for (let sent = 0; sent < underWay && table.sent(author) < last; sent++) table.sendNext(author);
    }
  });
  table.check();
}
