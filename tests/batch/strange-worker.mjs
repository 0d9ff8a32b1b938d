// A worker that does what the texts of its articles say.
process.on('disconnect', () => process.exit());
process.on('message', ({ articles }) => {
  const texts = articles.map(({ checked }) => checked.article.text);
  if (texts.includes('crash')) process.kill(process.pid, 'SIGKILL');
  while (texts.includes('hang'));
  const isFull = texts.includes('full');
  const told = texts.some((text) => text.startsWith('told')) ? [{ code: process.argv.slice(2).join(' ') }] : [];
  const results = articles.map(({ index }) => ({ index, problems: told, entities: null, article: null }));
  process.send({
    ...{ part: 'part-1.jsonl', results: isFull ? [] : results, stacks: [] },
    refused: isFull ? { code: 'ENOSPC', message: 'no space' } : null,
  });
});
process.send('ready');
