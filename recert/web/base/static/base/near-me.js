/* "Near me": fills in where the telephone is, to about a mile, only when pressed and only if its owner agrees. */
for (const part of document.querySelectorAll("[data-near-me]")) {
  if (!("geolocation" in navigator)) continue;
  part.hidden = false;
  const [button, told] = [part.querySelector("button"), part.querySelector("[role=status]")];
  const box = document.getElementById(part.dataset.nearMe);
  const rough = (degrees) => degrees.toFixed(2);

  button.addEventListener("click", () => {
    told.textContent = part.dataset.asking;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => { box.value = `${rough(coords.latitude)}, ${rough(coords.longitude)}`; box.form.requestSubmit(); },
      () => { told.textContent = part.dataset.failed; box.focus(); },
      { timeout: 10_000, maximumAge: 600_000 },
    );
  });
}
