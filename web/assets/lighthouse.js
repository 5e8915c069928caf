// Scores pages with Lighthouse, as a phone on a slow network sees them: node lighthouse.js FOLDER
// COMMAND…, with the folder that Lighthouse is installed in and the command that serves. Of three
// runs the middle one counts, for other programs slow a page down. Ends with 1 where a page misses
// what it should reach.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const LEAST = { performance: 95, accessibility: 100 };
const settings = { onlyCategories: ["performance", "accessibility", "best-practices"] };
const [folder, command, ...options] = process.argv.slice(2);
const installed = createRequire(join(resolve(folder), "package.json"));
const load = (name) => import(pathToFileURL(installed.resolve(name)));
const { startFlow } = await load("lighthouse");
const { default: puppeteer } = await load("puppeteer-core");

// A form sent as without JavaScript, by a browser that holds nothing of the service yet.
const send = (page, action, fields) => async () => {
  await page.evaluate(({ action, fields }) => {
    const form = document.body.appendChild(document.createElement("form"));
    Object.assign(form, { action, method: "post" });
    for (const [name, value] of Object.entries(fields)) {
      form.append(Object.assign(document.createElement("input"), { name, value }));
    }
    form.submit();
  }, { action, fields });
};

async function requests(address) {
  const sitemap = await (await fetch(`${address}/sitemap.xml`)).text();
  return {
    home: () => `${address}/`,
    answer: (page) => send(page, `${address}/ask`, { question: "What was said about burglary?" }),
    meeting: () => sitemap.match(/<loc>(.*?)<\/loc>/)[1],
    search: (page) => send(page, `${address}/search`, { text: "violence" }),
  };
}

async function middleOfThree(request) {
  const scores = [];
  for (let run = 0; run < 3; run += 1) scores.push(await score(request));
  return scores.sort((one, other) => one.performance - other.performance)[1];
}

async function score(request) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const flow = await startFlow(page, { config: { extends: "lighthouse:default", settings } });
  await flow.navigate(request(page));
  const { lhr } = (await flow.createFlowResult()).steps[0];
  await context.close();
  return {
    ...Object.fromEntries(
      Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]),
    ),
    "layout shift": lhr.audits["cumulative-layout-shift"].numericValue,
    "largest paint / s": +(lhr.audits["largest-contentful-paint"].numericValue / 1000).toFixed(2),
    "kB sent": +(lhr.audits["total-byte-weight"].numericValue / 1000).toFixed(1),
    "could be better": Object.values(lhr.audits)
      .filter((audit) => audit.score !== null && audit.score < 0.9)
      .map(({ id }) => id)
      .join(" "),
  };
}

const service = spawn(command, options, { stdio: ["ignore", "pipe", "inherit"] });
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  let address;
  for await (const line of createInterface(service.stdout)) {
    address = line.match(/http:\/\/\S+/)?.[0];
    if (address) break;
  }
  const scores = {};
  for (const [name, request] of Object.entries(await requests(address))) {
    scores[name] = await middleOfThree(request);
  }
  console.table(scores);
  const misses = Object.values(scores).some((page) =>
    Object.entries(LEAST).some(([category, least]) => page[category] < least),
  );
  process.exitCode = misses ? 1 : 0;
} finally {
  await browser.close();
  service.kill();
}
