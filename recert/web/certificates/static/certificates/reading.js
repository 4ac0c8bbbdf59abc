/* Look again until the paper is read: the same page is asked for, and shown anew once it says something else. */
const SOON = 700;
const MOST = 5000;
let wait = SOON;

/* What a page says, but for what scripts add to it or take its place. */
function stateOf(page) {
  const main = page.querySelector("#main")?.cloneNode(true);
  for (const other of main?.querySelectorAll("noscript, time") ?? []) other.remove();
  return main?.textContent.replace(/\s+/g, " ") ?? "";
}

async function look() {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.ok && stateOf(page) !== stateOf(document)) {
      location.reload();
      return;
    }
  } catch { /* no connection just now: the next look finds it */ }
  wait = Math.min(MOST, wait * 1.3);
  setTimeout(look, wait);
}

setTimeout(look, wait);
