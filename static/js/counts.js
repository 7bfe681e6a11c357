// Fetches how many rows need a look, one rule after the other, so that the page itself need not wait for counting.

for (const place of document.querySelectorAll("[data-count]")) {
  let sum = 0
  let isMore = false
  try {
    for (const address of place.dataset.count.split(" ")) {
      const answer = await fetch(address)
      if (!answer.ok) continue
      const { count, more } = await answer.json()
      sum += count
      isMore ||= more
    }
  } catch {
    break
  }
  place.textContent = ` ${isMore ? "more than " : ""}${sum}`
  place.classList.toggle("none", sum === 0)
}
