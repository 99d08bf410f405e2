// With --import, and the variable NETWORK_PORT, a process asks a server of this machine for all others.
const { fetch } = globalThis;

/**
 * Returns a `fetch` that asks a server of this machine, which sees the host in a header.
 *
 * @param {number} port
 * @returns {typeof fetch}
 */
export function fetchFrom(port) {
  const local = `http://127.0.0.1:${port}`;
  return async (input, init = {}) => {
    const { origin, host, href } = new URL(String(input));
    const headers = { ...init.headers, 'X-Host': host };
    const response = await fetch(href.replace(origin, local), { ...init, headers });
    return Object.defineProperty(response, 'url', { value: response.url.replace(local, origin) });
  };
}

const port = process.env['NETWORK_PORT'];
if (port) globalThis.fetch = fetchFrom(Number(port));
