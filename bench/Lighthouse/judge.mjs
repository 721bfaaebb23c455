// Judges pages as Lighthouse's phone sees them: node judge.mjs http://127.0.0.1:5099 /report /reports …
// Ends with 1 when the first page is below 95 in any category.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const [base, ...pages] = process.argv.slice(2);
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const goal = 95;
const chrome = await launch({ chromePath: process.env.SONGTHANG_CHROMIUM, chromeFlags: ['--headless', '--no-sandbox'] });
let low = 0;
try {
  console.log(`| page | ${categories.join(' | ')} | first paint | largest paint | kB |`);
  console.log(`|---|${'---|'.repeat(categories.length + 3)}`);
  for (const page of pages) {
    const { lhr } = await lighthouse(base + page, { port: chrome.port, onlyCategories: categories, logLevel: 'error' });
    const scores = categories.map(category => Math.round(lhr.categories[category].score * 100));
    if (page === pages[0]) low = scores.filter(score => score < goal).length;
    const shown = ['first-contentful-paint', 'largest-contentful-paint'].map(audit => lhr.audits[audit].displayValue);
    console.log(`| ${page} | ${scores.join(' | ')} | ${shown.join(' | ')} | ${Math.round(lhr.audits['total-byte-weight'].numericValue / 1000)} |`);
  }
} finally {
  chrome.kill();
}

process.exitCode = low > 0 ? 1 : 0;
