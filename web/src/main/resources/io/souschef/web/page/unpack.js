// Unpacks the scripts and the episode that this page carries, and starts the replay.
(async () => {
  const unpack = async (id) => {
    const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (c) => c.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    return JSON.parse(await new Response(stream).text());
  };
  try {
    const modules = await unpack('modules');
    const urls = {};
    for (const [name, text] of Object.entries(modules)) {
      const linked = text.replace(/from '\.\/([\w.-]+)'/g, (whole, other) => "from '" + urls[other] + "'");
      urls[name] = URL.createObjectURL(new Blob([linked], { type: 'text/javascript' }));
    }
    (await import(urls['replay.js'])).play(await unpack('episode'));
  } catch (fault) {
    document.getElementById('status').textContent = 'This browser cannot show the page: ' + fault.message;
  }
})();
