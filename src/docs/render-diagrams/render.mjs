// Draws every diagram of processes/ as a PNG under src/docs/pictures/ and notes which version of the diagram it shows,
// so that the model test can tell a picture that is older than its diagram.
//
//   cd src/docs/render-diagrams && npm ci && npm run render
//
// Needs Node and a Chromium, found through the variable CHROMIUM or on the PATH.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../../..');
const diagrams = join(root, 'processes');
const pictures = join(root, 'src/docs/pictures');
const MARGIN = 20;

function chromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // the next name
    }
  }
  throw new Error('No Chromium on the PATH; install one or name it in the variable CHROMIUM.');
}

/** Runs inside the page: shows the diagram and answers the size of what is drawn. */
async function show(xml, margin) {
  window.viewer?.destroy();
  document.body.innerHTML = '<div id="canvas" style="width: 100%; height: 100%"></div>';
  window.viewer = new BpmnJS({ container: '#canvas' });
  const { warnings } = await window.viewer.importXML(xml);
  document.querySelector('.bjs-powered-by')?.remove();
  const canvas = window.viewer.get('canvas');
  const drawn = canvas.getActiveLayer().getBBox();
  const box = {
    x: Math.floor(drawn.x) - margin,
    y: Math.floor(drawn.y) - margin,
    width: Math.ceil(drawn.width) + 2 * margin,
    height: Math.ceil(drawn.height) + 2 * margin,
  };
  canvas.viewbox(box);
  return { width: box.width, height: box.height, warnings: warnings.map((warning) => warning.message) };
}

const browser = await puppeteer.launch({ executablePath: chromium(), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  await page.setContent('<style>html, body { margin: 0; height: 100%; background: white }</style>');
  for (const sheet of ['diagram-js.css', 'bpmn-js.css']) {
    await page.addStyleTag({ path: join(here, 'node_modules/bpmn-js/dist/assets', sheet) });
  }
  await page.addScriptTag({ path: join(here, 'node_modules/bpmn-js/dist/bpmn-viewer.production.min.js') });

  mkdirSync(pictures, { recursive: true });
  const drawn = [];
  for (const file of readdirSync(diagrams).filter((name) => name.endsWith('.bpmn')).sort()) {
    const xml = readFileSync(join(diagrams, file), 'utf8');
    await page.setViewport({ width: 800, height: 600, deviceScaleFactor: 2 });
    const size = await page.evaluate(show, xml, MARGIN);
    if (size.warnings.length > 0) throw new Error(`${file}: ${size.warnings.join('; ')}`);
    // The canvas takes the size of the page, so the diagram is shown again on a page of its own size.
    await page.setViewport({ width: size.width, height: size.height, deviceScaleFactor: 2 });
    await page.evaluate(show, xml, MARGIN);
    await page.screenshot({ path: join(pictures, `${basename(file, '.bpmn')}.png`) });
    drawn.push(`${createHash('sha256').update(xml).digest('hex')}  processes/${file}`);
    console.log(`${file}: ${size.width} x ${size.height}`);
  }
  writeFileSync(join(pictures, 'diagrams.sha256'), `${drawn.join('\n')}\n`);
} finally {
  await browser.close();
}
