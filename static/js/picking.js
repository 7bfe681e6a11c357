// Beside a select of what was proposed, a search among all people or organisations known: a combobox as ARIA has it.

window.picking = (() => {
  const PAUSE = 200 // milliseconds without a key before the desk is asked
  const FIELDS = { person: "person", organisation: "organisation" }

  async function found(address, models, term) {
    const answers = await Promise.all(models.map(async (model) => {
      const asked = new URLSearchParams({ app_label: "articles", model_name: "mention", field_name: FIELDS[model], term })
      const response = await fetch(`${address}?${asked}`)
      if (!response.ok || response.redirected) throw new Error("The search failed. Load the page again.")
      return (await response.json()).results.map(({ id, text }) => ({ value: `known:${model}:${id}`, text }))
    }))
    return answers.flat()
  }

  function enhance(select, address, announce) {
    const models = select.dataset.search.split(" ")
    const list = Object.assign(document.createElement("ul"), { id: `${select.id}_list`, hidden: true })
    list.setAttribute("role", "listbox")
    list.setAttribute("aria-label", "Found")
    const input = Object.assign(document.createElement("input"), { id: `${select.id}_search`, type: "text", autocomplete: "off" })
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
      input.setAttribute(name, value)
    }
    const label = Object.assign(document.createElement("label"), { htmlFor: input.id, textContent: "Or search all known" })
    const box = Object.assign(document.createElement("p"), { className: "picking" })
    box.append(label, " ", input, list)
    select.closest("p").after(box)
    let timer = 0
    let asked = 0

    const options = () => [...list.children]
    const active = () => list.querySelector("[aria-selected=true]")

    function close() {
      list.hidden = true
      list.replaceChildren()
      input.setAttribute("aria-expanded", "false")
      input.removeAttribute("aria-activedescendant")
    }

    function point(option) {
      for (const each of options()) each.setAttribute("aria-selected", String(each === option))
      input.setAttribute("aria-activedescendant", option.id)
      option.scrollIntoView({ block: "nearest" })
    }

    function show(rows) {
      list.replaceChildren(...rows.map(({ value, text }, at) => {
        const option = Object.assign(document.createElement("li"), { id: `${list.id}_${at}`, textContent: text })
        option.setAttribute("role", "option")
        option.setAttribute("aria-selected", "false")
        option.dataset.value = value
        return option
      }))
      list.hidden = rows.length === 0
      input.setAttribute("aria-expanded", String(rows.length > 0))
      announce(rows.length ? `${rows.length} found.` : "Nobody and nothing is known by these words.")
    }

    function pick(option) {
      const chosen = [...select.options].find((each) => each.value === option.dataset.value)
      if (!chosen) select.add(new Option(option.textContent, option.dataset.value))
      select.value = option.dataset.value
      announce(`Chosen: ${option.textContent}.`)
      input.value = ""
      close()
      select.focus()
    }

    async function seek() {
      const mine = ++asked
      const term = input.value.trim()
      if (!term) return close()
      try {
        const rows = await found(address, models, term)
        if (mine === asked) show(rows)
      } catch (error) {
        announce(error.message, true)
      }
    }

    input.addEventListener("input", () => {
      clearTimeout(timer)
      timer = setTimeout(seek, PAUSE)
    })
    input.addEventListener("keydown", (event) => {
      const all = options()
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (by && all.length) point(all[(all.indexOf(active()) + by + all.length + (active() || by > 0 ? 0 : 1)) % all.length])
      else if (event.key === "Enter" && !list.hidden) pick(active() ?? all[0])
      else if (event.key === "Escape" && !list.hidden) close()
      else return
      event.preventDefault()
      event.stopPropagation()
    })
    list.addEventListener("mousedown", (event) => event.preventDefault())
    list.addEventListener("click", (event) => event.target.dataset.value && pick(event.target))
    input.addEventListener("blur", () => close())
  }

  return { enhance }
})()
