/* Small comforts on top of pages that work without them: the app worker, the age of a kept page, one press one save. */
if ("serviceWorker" in navigator) navigator.serviceWorker.register("/service-worker.js");
if (document.body.dataset.holder === "no" && "caches" in window) caches.delete("recert-private");

const UNITS = [["day", 86400], ["hour", 3600], ["minute", 60]];

function ago(moment) {
  const seconds = (Date.now() - new Date(moment).getTime()) / 1000;
  const [unit, size] = UNITS.find(([, size]) => seconds >= size) || ["minute", 60];
  return new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" }).format(-Math.floor(seconds / size), unit);
}

for (const time of document.querySelectorAll("time[data-ago]")) time.textContent += ` (${ago(time.dateTime)})`;

/* A second press while the first is on its way would save twice. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

/* Paper has no folds: every rule is open while printing. */
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((part) => { part.open = true; }));
