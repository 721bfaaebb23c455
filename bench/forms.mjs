// Forms per second and peak memory, with headless Chromium printing the same form in the same run as the comparison.
//
//   ./run.sh --port 5091 --data /tmp/bench &             (a demo of its own; note the process id of `dotnet … serve`)
//   node --experimental-websocket bench/forms.mjs http://localhost:5091 PID
//
// Times include everything that an officer waits for: the database, the photos, the way to the browser.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const [base, pid] = process.argv.slice(2);
const seconds = 10;
const most = 500;
let cookies = new Map();

const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");

async function request(path, options = {}) {
  const answer = await fetch(base + path, { redirect: "manual", ...options, headers: { cookie: cookie(), ...options.headers } });
  for (const line of answer.headers.getSetCookie()) {
    const [name, value] = line.split(";")[0].split(/=(.*)/s);
    cookies.set(name, value);
  }
  return answer;
}

const post = (path, fields) => request(path, {
  method: "POST", body: new URLSearchParams(fields), headers: { "content-type": "application/x-www-form-urlencoded" },
});

const token = (html) => html.match(/name="__RequestVerificationToken"[^>]*value="([^"]+)"/)[1];

async function signIn() {
  const page = await (await request("/officer/sign-in")).text();
  const answer = await post("/officer/sign-in", [
    ["UserName", "officer"], ["Password", "songthang-demo-2569"], ["__RequestVerificationToken", token(page)]]);
  if (answer.status !== 302) throw new Error(`Could not sign in: ${answer.status}`);
}

async function references() {
  const found = new Set();
  for (let path = "/officer?size=100&sort=reference"; path && found.size < most;) {
    const page = await (await request(path)).text();
    for (const [, reference] of page.matchAll(/\/officer\/requests\/(\d\d-\d+-\d)/g)) found.add(reference);
    path = page.match(/rel="next" href="([^"]+)"/)?.[1].replaceAll("&amp;", "&");
  }
  return [...found].slice(0, most);
}

// Resident memory of the program in MB: now and at its peak.
function memory() {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const of = (name) => Math.round(Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))[1]) / 1024);
  return { now: of("VmRSS"), peak: of("VmHWM") };
}

async function rate(once) {
  await once(0);
  const begun = performance.now();
  let count = 0;
  while (performance.now() - begun < seconds * 1000) await once(count++);
  return count / ((performance.now() - begun) / 1000);
}

async function batch(all) {
  const page = await (await request(`/officer/forms?${all.map((one) => `request=${one}`).join("&")}`)).text();
  const begun = performance.now();
  const answer = await post("/officer/forms", [...all.map((one) => ["request", one]), ["__RequestVerificationToken", token(page)]]);
  const file = answer.headers.get("location");
  while (!(await (await request(file)).text()).includes(`${file}.pdf`)) await sleep(50);
  const bytes = (await (await request(`${file}.pdf`)).arrayBuffer()).byteLength;
  return { seconds: (performance.now() - begun) / 1000, bytes };
}

async function chromium(all) {
  const browser = spawn(process.env.SONGTHANG_CHROMIUM ?? "chromium",
    ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  try {
    const port = await new Promise((found) => browser.stderr.on("data", (text) => {
      const line = String(text).match(/ws:\/\/127\.0\.0\.1:(\d+)\//);
      if (line) found(line[1]);
    }));
    const [page] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()).filter((target) => target.type === "page");
    const socket = new WebSocket(page.webSocketDebuggerUrl);
    await new Promise((open) => socket.addEventListener("open", open));
    const waiting = new Map();
    let loaded = () => {};
    socket.addEventListener("message", ({ data }) => {
      const message = JSON.parse(data);
      if (message.id) waiting.get(message.id)(message.result);
      else if (message.method === "Page.loadEventFired") loaded();
    });
    let id = 0;
    const call = (method, params = {}) => new Promise((done) => {
      waiting.set(++id, done);
      socket.send(JSON.stringify({ id, method, params }));
    });
    await call("Page.enable");
    await call("Network.enable");
    await call("Network.setExtraHTTPHeaders", { headers: { cookie: cookie() } });
    return await rate(async (i) => {
      const ready = new Promise((done) => { loaded = done; });
      await call("Page.navigate", { url: `${base}/officer/requests/${all[i % all.length]}/form` });
      await ready;
      await call("Page.printToPDF", { preferCSSPageSize: true });
    });
  } finally {
    browser.kill();
  }
}

await signIn();
const all = await references();
await request(`/officer/requests/${all[0]}/form.pdf`);
const idle = memory().now;
const single = await rate(async (i) => (await request(`/officer/requests/${all[i % all.length]}/form.pdf`)).arrayBuffer());
const afterSingle = memory().peak;
const many = await batch(all);
const afterBatch = memory().peak;
const printed = await chromium(all);

console.log(`one form after the other   ${single.toFixed(1)} a second, peak ${afterSingle - idle} MB over the idle ${idle} MB`);
console.log(`${all.length} forms in one file       ${(all.length / many.seconds).toFixed(1)} a second (${many.seconds.toFixed(1)} s, ${(many.bytes / 1e6).toFixed(1)} MB), peak ${afterBatch - idle} MB over idle`);
console.log(`Chromium, the same forms   ${printed.toFixed(1)} a second`);
console.log(`times Chromium's rate      ${(single / printed).toFixed(1)} (one), ${(all.length / many.seconds / printed).toFixed(1)} (one file)`);
process.exit(0);
