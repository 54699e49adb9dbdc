// What Chromium makes of a drawing or a page, driven over a pipe; needs nothing from npm. One line of JSON comes out:
// { found: [words that window.find() finds], text: what "select all" copies, items: [names of list items, in order], rows: table rows }.
// usage: node chromium.cjs CHROMIUM FILE.svg|FILE.html WORDS.txt [SCREENSHOT.png WIDTH HEIGHT]
const { spawn } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const [program, file, wordsFile, screenshot, width, height] = process.argv.slice(2);
const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'tarikh-chromium-'));
const browser = spawn(program, ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--remote-debugging-pipe',
  '--no-first-run', '--user-data-dir=' + profile, `--window-size=${width || 1000},${height || 1400}`],
  { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
const waiting = new Map();
let last = 0, rest = '', onEvent = () => {};

browser.stdio[4].on('data', (data) => {
  const messages = (rest + data).split('\0');
  rest = messages.pop();
  for (const message of messages.map((text) => JSON.parse(text))) {
    const answer = waiting.get(message.id);
    waiting.delete(message.id);
    if (answer === undefined) onEvent(message);
    else if (message.error) answer.reject(new Error(JSON.stringify(message.error)));
    else answer.resolve(message.result);
  }
});

function ask(method, params = {}, sessionId = undefined) {
  return new Promise((resolve, reject) => {
    waiting.set(++last, { resolve, reject });
    browser.stdio[3].write(JSON.stringify({ id: last, method, params, sessionId }) + '\0');
  });
}

async function look() {
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
  const tell = (method, params) => ask(method, params, sessionId);
  const loaded = new Promise((resolve) => { onEvent = (event) => event.method === 'Page.loadEventFired' && resolve(); });
  await tell('Page.enable');
  await tell('Page.navigate', { url: 'file://' + path.resolve(file) });
  await loaded;
  const run = async (expression) => (await tell('Runtime.evaluate', { expression, returnByValue: true })).result.value;
  const words = JSON.stringify(fs.readFileSync(wordsFile, 'utf8').split(/\s+/).filter((word) => word !== ''));
  const found = await run(`${words}.filter(word => { getSelection().removeAllRanges();
    return find(word, false, false, true, false, false, false) })`);
  const text = await run(`getSelection().selectAllChildren(document.documentElement); getSelection().toString()`);
  const { nodes } = await tell('Accessibility.getFullAXTree');
  const items = nodes.filter((node) => !node.ignored && node.role.value === 'listitem' && node.name && node.name.value)
    .map((node) => node.name.value);
  const rows = nodes.filter((node) => !node.ignored && node.role.value === 'row').length;
  if (screenshot) {
    await run('getSelection().removeAllRanges()');
    const { data } = await tell('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true,
      clip: { x: 0, y: 0, width: Number(width), height: Number(height), scale: 1 } });
    fs.writeFileSync(screenshot, Buffer.from(data, 'base64'));
  }
  console.log(JSON.stringify({ found, text, items, rows }));
}

// The browser's children write on for a moment after it has gone; what they leave is no fault of what was looked at.
async function clear(folder) {
  for (let tries = 0; tries < 50; tries++) {
    try {
      return fs.rmSync(folder, { recursive: true, force: true });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const patience = setTimeout(() => { console.error('no answer'); browser.kill(); process.exitCode = 1; }, 60000);
look().catch((error) => { console.error(error); process.exitCode = 1; }).finally(() => {
  clearTimeout(patience);
  browser.on('exit', () => clear(profile));
  browser.kill();
});
