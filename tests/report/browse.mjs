// Opens a page in headless Chromium as people use it, and prints as JSON what was seen. Knows nothing of what is right.
// node browse.mjs CHROMIUM MODULES PAGE, where MODULES is a folder of npm packages with playwright-core and axe-core.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [chromiumPath, modules, file] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${modules}/`));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

const browser = await chromium.launch({ executablePath: chromiumPath, args: quiet });
const seen = { requests: [], complaints: [] };
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
page.on("request", (request) => seen.requests.push(request.url()));
page.on("console", (message) => seen.complaints.push(message.text()));
page.on("pageerror", (error) => seen.complaints.push(String(error)));
await page.goto(pathToFileURL(file).href);

// What scripts in the page itself may do, the policy says; these run beside it.
const violations = async () => {
  const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ["violations"] })`);
  return found.violations.map((one) => [one.id, one.nodes.length, one.nodes[0].html.slice(0, 200)]);
};
const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const open = () => page.evaluate(() => document.querySelectorAll("details[open]").length);
const focused = () => page.evaluate(() => {
  const it = document.activeElement;
  return { tag: it.tagName.toLowerCase(), text: it.textContent.trim().slice(0, 60), href: it.getAttribute("href") };
});

seen.violations = await violations();
seen.overflow = {};
for (const width of [1280, 375, 320]) {
  await page.setViewportSize({ width, height: 900 });
  seen.overflow[width] = await overflow();
}
seen.narrowViolations = await violations();
await page.setViewportSize({ width: 1280, height: 900 });

// With the keyboard alone: the skip link first, then every link, summary and scrolled region in turn.
seen.stops = [];
await page.evaluate(() => document.activeElement.blur());
for (let turn = 0; turn < 2000; turn += 1) {
  await page.keyboard.press("Tab");
  const stop = await focused();
  if (stop.tag === "body" || stop.tag === "html") break;
  seen.stops.push(stop);
}
seen.canBeFocused = await page.evaluate(() => [...document.querySelectorAll("a[href], summary, [tabindex='0']")]
  .filter((one) => one.checkVisibility({ contentVisibilityAuto: true })).length);
await page.evaluate(() => { document.activeElement.blur(); window.scrollTo(0, 0); });
await page.goto(pathToFileURL(file).href);
await page.keyboard.press("Tab");
await page.keyboard.press("Enter");
seen.afterSkip = await focused();

// A folded part opens and closes with the keyboard, and by a click.
const first = page.locator("summary").first();
const isOpen = () => first.evaluate((one) => one.parentElement.open);
seen.folding = [await isOpen()];
await first.focus();
await page.keyboard.press("Enter");
seen.folding.push(await isOpen());
await first.click();
seen.folding.push(await isOpen());

// Every link within the page leads somewhere that can be seen.
seen.deadLinks = await page.evaluate(() => [...document.querySelectorAll("a[href^='#']")]
  .map((one) => one.getAttribute("href"))
  .filter((href) => { const to = document.getElementById(href.slice(1)); return !to || !to.checkVisibility(); }));
await page.locator("nav a[href='#findings']").click();
seen.atFindings = await page.evaluate(() => Math.round(document.getElementById("findings").getBoundingClientRect().top));

// All parts unfolded; then folded, as they are printed.
await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
seen.unfolded = await open();
seen.unfoldedViolations = await violations();
await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = false; }));
const hidden = () => page.evaluate(() => [...document.querySelectorAll("details td, details li")]
  .filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length);
seen.hiddenOnScreen = await hidden();
await page.emulateMedia({ media: "print" });
await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
seen.hiddenInPrint = await hidden();
await page.setViewportSize({ width: 680, height: 900 });
seen.overflow.print = await overflow();
seen.elements = await page.evaluate(() => document.querySelectorAll("*").length);
seen.scripts = await page.evaluate(() => document.querySelectorAll("script, [onload], [onerror], img, iframe").length);
await browser.close();
console.log(JSON.stringify(seen));
