import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { newBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

/** A proxy as some offices have: pages come through, and no live line until somebody opens for it. */
async function strictProxy(to: string): Promise<{ url: string; letSocketsThrough: () => void; close: () => void }> {
  const { hostname, port } = new URL(to);
  let isOpen = false;
  const proxy = createServer((asked, answer) => {
    const passedOn = request(
      { hostname, port, path: asked.url, method: asked.method, headers: asked.headers },
      (reply) => {
        answer.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(answer);
      },
    );
    passedOn.on('error', () => answer.destroy());
    asked.pipe(passedOn);
  });
  proxy.on('upgrade', (asked, socket) => {
    if (!isOpen) return socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    const onward = connect(Number(port), hostname, () => {
      const headers = Object.entries(asked.headers).map(([name, value]) => `${name}: ${value}`);
      onward.write(`GET ${asked.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [onward, socket]) end.on('error', () => onward.destroy());
    socket.on('close', () => onward.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    letSocketsThrough: () => {
      isOpen = true;
    },
    close: () => {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}

test('a network that lets pages through and no live line is told of, with whom to ask and a way to try again', async ({
  product,
  newPage,
}) => {
  const { boardId, cookie } = await newBoard(product);
  const proxy = await strictProxy(product.url);
  try {
    const page = await newPage({ url: proxy.url, cookie });
    await page.goto(`/duk/${boardId}?vis=liste`);
    const told = page.getByText('spør den som har ansvar for nettet der du er');
    await expect(told).toBeVisible({ timeout: 12_000 });
    // Nothing on the page waits any more.
    await expect(page.getByRole('img', { name: 'Henter' })).toHaveCount(0);
    await expect(page.getByTestId('saved')).toHaveCount(0);
    proxy.letSocketsThrough();
    await page.getByRole('button', { name: 'Prøv igjen' }).click();
    await expect(page.getByLabel('Hva vil du legge på duken?')).toBeVisible();
    await expect(page.getByTestId('saved')).toHaveText('✓Lagret');
    await expect(told).toHaveCount(0);
  } finally {
    proxy.close();
  }
});
