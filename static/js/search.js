// Suggestions under a search box, or a box for somebody's name, while one types: a combobox over the site's own answers. The box works without.

const WAIT = 150
const SHORTEST = 2

class Suggestions {
  constructor(input) {
    this.input = input
    this.options = []
    this.active = -1
    this.list = document.createElement("ul")
    this.list.id = `${input.id}-suggestions`
    this.list.className = "suggestions"
    this.list.hidden = true
    this.list.setAttribute("role", "listbox")
    this.list.setAttribute("aria-label", "Suggestions")
    this.count = document.createElement("p")
    this.count.className = "visually-hidden"
    this.count.setAttribute("role", "status")
    this.place().classList.add("suggested")
    input.after(this.list, this.count)
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id,
    })) input.setAttribute(name, value)
    input.addEventListener("input", () => this.wait())
    input.addEventListener("keydown", (event) => this.press(event))
    input.addEventListener("blur", () => this.close())
    // A press on the list must not take the focus from the box before the click arrives.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault())
    this.list.addEventListener("click", (event) => this.open(event.target.closest("[role=option]")))
  }

  // What the list hangs under: the whole search box, of a field among others a frame of its own.
  place() {
    if (!("fill" in this.input.dataset)) return this.input.parentElement
    const frame = document.createElement("span")
    this.input.before(frame)
    frame.append(this.input)
    return frame
  }

  wait() {
    clearTimeout(this.timer)
    this.request?.abort()
    const q = this.input.value.trim()
    if (q.length < SHORTEST) return this.close()
    this.timer = setTimeout(() => this.ask(q), WAIT)
  }

  async ask(q) {
    this.request = new AbortController()
    try {
      const address = new URL(this.input.dataset.suggest, location)
      address.searchParams.set("q", q)
      const answer = await fetch(address, { signal: this.request.signal, headers: { accept: "application/json" } })
      if (answer.ok) this.show((await answer.json()).suggestions)
    } catch {
      // Aborted by the next letter, or no connection: the box still searches.
    }
  }

  show(suggestions) {
    if (document.activeElement !== this.input || !suggestions.length) return this.close()
    this.options = suggestions.map((one, number) => this.option(one, number))
    this.list.replaceChildren(...this.options)
    this.active = -1
    this.input.removeAttribute("aria-activedescendant")
    this.expand(true)
    this.count.textContent = `${suggestions.length} suggestions; up and down keys to choose.`
  }

  option({ kind, label, detail, url }, number) {
    const option = document.createElement("li")
    option.id = `${this.list.id}-${number}`
    option.setAttribute("role", "option")
    option.setAttribute("aria-selected", "false")
    Object.assign(option.dataset, { url, label })
    for (const [name, text] of [["label", label], ["detail", detail || kind]]) {
      const part = document.createElement("span")
      part.className = `suggestion-${name}`
      part.dir = "auto"
      part.textContent = text
      option.append(part, " ")
    }
    return option
  }

  press(event) {
    if (event.isComposing) return
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (this.list.hidden) return this.wait()
      event.preventDefault()
      this.choose(event.key === "ArrowDown" ? 1 : -1)
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault()
      this.close()
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault()
      this.open(this.options[this.active])
    }
  }

  // One step up or down; before the first and after the last stands the box itself.
  choose(step) {
    const places = this.options.length + 1
    this.active = (this.active + 1 + step + places) % places - 1
    this.options.forEach((option, number) => option.setAttribute("aria-selected", String(number === this.active)))
    const option = this.options[this.active]
    if (!option) return this.input.removeAttribute("aria-activedescendant")
    this.input.setAttribute("aria-activedescendant", option.id)
    option.scrollIntoView({ block: "nearest" })
  }

  // Of a box that asks for somebody the name is filled in; of namesakes, that which their address ends with.
  open(option) {
    if (!option) return
    const { url, label } = option.dataset
    if (!("fill" in this.input.dataset)) return location.assign(url)
    const namesakes = this.options.filter((other) => other.dataset.label === label)
    this.input.value = namesakes.length > 1 ? url.split("/").filter(Boolean).pop() : label
    this.close()
  }

  close() {
    clearTimeout(this.timer)
    this.active = -1
    this.input.removeAttribute("aria-activedescendant")
    this.count.textContent = ""
    this.expand(false)
  }

  expand(open) {
    this.list.hidden = !open
    this.input.setAttribute("aria-expanded", String(open))
  }
}

for (const input of document.querySelectorAll("input[data-suggest]")) new Suggestions(input)
