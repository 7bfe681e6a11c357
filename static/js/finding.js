// The search box of the desk: “/” leads to it, and what is found shows while one types. Without this it is a plain form.

const box = document.querySelector("#desk-search")
const field = box?.querySelector("input")
const list = box?.querySelector(".found-now")
const WAIT = 200
let waiting, asked

const isTyping = (element) => element.closest("input, textarea, select, [contenteditable]") !== null

function show(groups) {
  list.replaceChildren()
  for (const { heading, rows } of groups) {
    const title = list.appendChild(document.createElement("p"))
    title.textContent = heading
    const items = list.appendChild(document.createElement("ul"))
    for (const { label, address } of rows) {
      const link = items.appendChild(document.createElement("li")).appendChild(document.createElement("a"))
      link.href = address
      link.dir = "auto"
      link.textContent = label
    }
  }
  if (!groups.length) list.appendChild(document.createElement("p")).textContent = "Nothing is found."
  list.hidden = false
}

function close() {
  asked?.abort()
  clearTimeout(waiting)
  list.hidden = true
}

async function ask() {
  asked?.abort()
  asked = new AbortController()
  try {
    const query = new URLSearchParams({ q: field.value, as: "json" })
    const response = await fetch(`${box.action}?${query}`, { signal: asked.signal })
    if (response.ok) show((await response.json()).groups)
  } catch {
    list.hidden = true // a lost network or a newer question: the form still works
  }
}

function move(by) {
  const stops = [field, ...list.querySelectorAll("a")]
  const next = stops.indexOf(document.activeElement) + by
  stops[Math.max(0, Math.min(next, stops.length - 1))].focus()
}

if (box) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
      event.preventDefault()
      field.focus()
      field.select()
    }
  })
  field.addEventListener("input", () => {
    clearTimeout(waiting)
    if (field.value.trim()) waiting = setTimeout(ask, WAIT)
    else close()
  })
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close()
      field.focus()
    } else if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault()
      move(event.key === "ArrowDown" ? 1 : -1)
    }
  })
  box.addEventListener("focusout", (event) => {
    if (!box.contains(event.relatedTarget)) close()
  })
}
