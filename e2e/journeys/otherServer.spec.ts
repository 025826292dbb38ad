import { BalancedServers } from '../product/installation.ts';
import { expect, test } from '../product/productTest.ts';
import type { Product } from '../product/startProduct.ts';

/** Servers come and go here, so they are this journey's own. */
const own = test.extend<{ readonly installation: BalancedServers }>({
  installation: async ({ servers }, use) => {
    const installation = await BalancedServers.start(servers);
    await use(installation);
    await installation.remove();
  },
});

own(
  'one server is stopped, the other breaks: people write on at the one that is there, and every word is saved @servers @onlyServers',
  async ({ installation, layTable }) => {
    const { leader, join } = await layTable(installation);
    const eirin = await join('Eirin');
    const [hers, leaders] = [installation.serverAt(2), installation.serverAt(1)];
    // Whoever leads has a second line beside the duk: for what somebody quiet hands over.
    await expect.poll(() => linesAt(hers)).toBe(1);
    await expect.poll(() => linesAt(leaders)).toBe(2);
    await leader.sheet.newNoteIn('now', 'Jobb', 'Ringe NAV');
    await eirin.sheet.openNote('Ringe NAV');
    await eirin.sheet.type(' på tirsdag,');

    // Somebody keeps the machines up to date. She writes on as if nothing had happened.
    const writing = eirin.page.keyboard.type(' klokken ti, sammen med Mona,', { delay: 20 });
    expect(await hers.stop()).toBe(0);
    await writing;
    await expect(eirin.sheet.savedSign).toContainText('Lagret');
    await expect.poll(() => leader.sheet.whereIs('Ringe NAV på tirsdag, klokken ti, sammen med Mona,')).not.toBe('');
    await hers.startAgain();

    // The machine under both of them dies.
    const more = eirin.page.keyboard.type(' om lønnstilskudd.', { delay: 20 });
    await leaders.killHard();
    await more;
    const whole = 'Ringe NAV på tirsdag, klokken ti, sammen med Mona, om lønnstilskudd.';
    await expect(eirin.sheet.editor).toHaveValue(whole);
    await expect.poll(() => leader.sheet.whereIs(whole)).not.toBe('');
    for (const { sheet } of [leader, eirin]) await expect(sheet.savedSign).toContainText('Lagret');
    const late = await join('Sein');
    await expect.poll(() => late.sheet.whereIs(whole)).not.toBe('');
    await leader.openInvitation();
    const table = leader.page.getByRole('region', { name: 'Rundt bordet' });
    await expect(table.getByRole('listitem').filter({ hasText: 'Sein' })).toContainText('er her nå');
  },
);

async function linesAt(server: Product): Promise<number> {
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  return Number(metrics.match(/^duk_connections_open(?:\{.*\})? (\d+)$/m)?.[1]);
}
