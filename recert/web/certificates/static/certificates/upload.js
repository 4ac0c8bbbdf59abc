/* Send papers one by one with real progress; a send that breaks off is tried again under the same key, and stored once. */
const form = document.querySelector("[data-upload]");
const list = form.querySelector("[data-sending]");
const told = form.querySelector("[data-told]");
const goOn = form.querySelector("[data-go-on]");
const says = form.dataset;
const WAITS = [1000, 3000, 10000, 30000];
const MOST_AT_A_TIME = 2;

const queue = [];
const done = [];
let running = 0;

function tell(text) { told.textContent = text; }

/* A key of the page's own choosing: whatever happens to the answer, the server knows the file by it. */
function newKey() {
  return crypto.randomUUID ? crypto.randomUUID() : Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function add(file) {
  const item = document.createElement("li");
  const name = document.createElement("span");
  const bar = document.createElement("progress");
  const note = document.createElement("span");
  name.textContent = file.name;
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  note.className = "small soft";
  item.append(name, bar, note);
  list.append(item);
  const paper = { file, item, bar, note, key: newKey(), tries: 0, halfTold: false };
  if (file.size > Number(says.most)) fail(paper, says.saysLarge, false);
  else queue.push(paper);
}

function next() {
  while (running < MOST_AT_A_TIME && queue.length) {
    running += 1;
    send(queue.shift());
  }
  const settled = !running && !queue.length && done.length > 0;
  const where = done.length === 1 ? done[0] : says.all || done[0];
  const failed = list.querySelector("[data-failed]");
  if (settled && !failed) location.assign(where);
  goOn.hidden = !settled || !failed;
  if (settled) goOn.querySelector("a").href = where;
}

function send(paper) {
  const body = new FormData();
  body.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
  body.append("papers", paper.file, paper.file.name);
  const request = new XMLHttpRequest();
  request.open("POST", form.getAttribute("action") || location.href);
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("Idempotency-Key", paper.key);
  request.timeout = 120000;
  paper.note.textContent = says.saysSending;
  tell(`${says.saysSending}: ${paper.file.name}`);
  request.upload.addEventListener("progress", (event) => {
    if (!event.lengthComputable) return;
    paper.bar.value = event.loaded / event.total;
    if (!paper.halfTold && event.loaded * 2 >= event.total) {
      paper.halfTold = true;
      tell(`${paper.file.name}: ${says.saysHalf}`);
    }
  });
  request.addEventListener("load", () => answered(paper, request));
  for (const broken of ["error", "timeout", "abort"]) request.addEventListener(broken, () => again(paper));
  request.send(body);
}

function answered(paper, request) {
  if (request.status === 201) {
    const answer = JSON.parse(request.responseText);
    paper.bar.value = 1;
    paper.note.textContent = says.saysKept;
    tell(`${paper.file.name}: ${says.saysKept}`);
    done.push(answer.href);
    running -= 1;
    next();
  } else if (request.status >= 500 && request.status !== 507) {
    again(paper);
  } else {
    running -= 1;
    fail(paper, problemIn(request), request.status !== 413);
    next();
  }
}

function problemIn(request) {
  try {
    return JSON.parse(request.responseText).problem || says.saysFailed;
  } catch {
    return says.saysFailed;
  }
}

function again(paper) {
  const wait = WAITS[paper.tries];
  paper.tries += 1;
  if (wait === undefined) {
    running -= 1;
    fail(paper, says.saysFailed, true);
    next();
    return;
  }
  paper.note.textContent = says.saysAgain;
  tell(says.saysAgain);
  setTimeout(() => send(paper), wait);
}

/* What failed stands there with its reason until it is tried again or taken away; what is kept need not wait for it. */
function fail(paper, sentence, mayRetry) {
  paper.item.dataset.failed = "yes";
  paper.note.textContent = sentence;
  tell(`${paper.file.name}: ${sentence}`);
  const ways = document.createElement("div");
  ways.className = "row";
  if (mayRetry) ways.append(button(says.saysRetry, paper, () => {
    ways.remove();
    delete paper.item.dataset.failed;
    paper.tries = 0;
    queue.push(paper);
    next();
  }));
  ways.append(button(says.saysAway, paper, () => {
    paper.item.remove();
    form.querySelector("[name=papers]").focus();
    next();
  }));
  paper.item.append(ways);
}

function button(label, paper, pressed) {
  const made = document.createElement("button");
  const about = document.createElement("span");
  made.type = "button";
  made.className = "button quiet";
  about.className = "hush";
  about.textContent = ` (${paper.file.name})`;
  made.append(label, about);
  made.addEventListener("click", pressed);
  return made;
}

function take(files) {
  for (const file of files) add(file);
  if (files.length > 1 || done.length) says.all = says.wallet;
  next();
}

form.querySelector(".actions").hidden = true;
form.querySelector("[data-camera]").hidden = !matchMedia("(pointer: coarse)").matches;
form.querySelector("[data-drop-hint]").hidden = matchMedia("(pointer: coarse)").matches;

for (const input of form.querySelectorAll("input[type=file]")) {
  input.addEventListener("change", () => {
    take([...input.files]);
    input.value = "";
  });
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  delete form.dataset.sent;
});
addEventListener("dragover", (event) => {
  event.preventDefault();
  form.classList.add("over");
});
addEventListener("dragleave", () => form.classList.remove("over"));
addEventListener("drop", (event) => {
  event.preventDefault();
  form.classList.remove("over");
  take([...event.dataTransfer.files]);
});
