/** The whole question in a link: JSON, deflated, in the alphabet of links, after the hash. */

/** A request as the text of a hash. */
export async function encode(request) {
  const bytes = new TextEncoder().encode(JSON.stringify(request));
  const packed = await through(bytes, new CompressionStream('deflate-raw'));
  return btoa(String.fromCharCode(...packed)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The request in the text of a hash. */
export async function decode(hash) {
  const packed = Uint8Array.from(atob(hash.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(await through(packed, new DecompressionStream('deflate-raw'))));
}

async function through(bytes, stream) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
