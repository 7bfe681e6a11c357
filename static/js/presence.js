// While a form of the desk is open: who else has it open, whether one is signed in, and whether it can be saved now.

window.presence = (() => {
  if (!window.keeping) return null
  const EVERY = 25000
  const PATIENCE = 8000 // milliseconds before an answer that does not come counts as no connection
  const { form, place, keep } = window.keeping
  const token = form.querySelector("[name=csrfmiddlewaretoken]")
  const others = place.querySelector(".others")
  const trouble = place.querySelector(".trouble")
  let waiting = null // the button pressed while the form could not be sent

  function say(words) {
    if (others.textContent !== words) others.textContent = words
  }

  function tell(told) {
    const names = told.others.map(({ name, since }) => `${name} has this open since ${since}.`)
    if (told.changed) names.push("It was saved elsewhere since you opened it: when you save, you see both.")
    say(names.join(" "))
  }

  function show(words, ...controls) {
    trouble.replaceChildren(words, ...controls)
  }

  const data = (more = []) => {
    const body = new FormData()
    body.set("csrfmiddlewaretoken", token.value)
    body.set("seen", form.querySelector("[name=seen]")?.value ?? "")
    for (const [name, value] of more) body.set(name, value)
    return body
  }

  const ask = (options) => fetch(place.dataset.open, { signal: AbortSignal.timeout(PATIENCE), redirect: "error", ...options })

  // "ok", "out" (signed out, or as somebody else), "offline", or "failed".
  async function beat() {
    try {
      let response = await ask({ method: "POST", body: data() })
      if (response.status === 403) {
        // Signing in anew made the token of this page old.
        const fresh = await ask()
        if (fresh.ok) token.value = (await fresh.json()).csrf
        response = await ask({ method: "POST", body: data() })
      }
      if (response.status === 401) return "out"
      if (!response.ok) return "failed"
      const told = await response.json()
      if (String(told.user) !== place.dataset.user) return "out"
      token.value = told.csrf
      tell(told)
      return "ok"
    } catch {
      return "offline"
    }
  }

  async function look() {
    const state = await beat()
    if (state === "out") signedOut()
    else if (state === "offline" && (waiting || !navigator.onLine)) offline()
    else if (state === "ok" && trouble.hasChildNodes() && !waiting) show("")
    else if (state === "ok" && waiting) show("You are connected and signed in again. ", again("Save now"))
    return state
  }

  function again(words) {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: words })
    made.addEventListener("click", () => send(waiting))
    return made
  }

  function signedOut() {
    keep()
    const link = Object.assign(document.createElement("a"), { href: place.dataset.signIn, target: "_blank", textContent: "Sign in in a new window" })
    show("You are signed out. Your text is kept here and in this browser. ", link, ", then come back and go on.")
  }

  function offline() {
    keep()
    show("Not saved: no connection. Your text is kept in this browser. ", again("Try again"))
  }

  let sure = false
  async function send(button) {
    waiting = button
    keep()
    const state = await beat()
    if (state === "out") return signedOut()
    if (state === "offline") return offline()
    waiting = null
    show("")
    sure = true
    form.requestSubmit(button)
    sure = false
  }

  form.addEventListener("submit", (event) => {
    const button = event.submitter
    if (sure || button?.formTarget || event.defaultPrevented) return
    event.preventDefault()
    send(button ?? undefined)
  })
  addEventListener("online", look)
  addEventListener("offline", offline)
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look())
  addEventListener("pagehide", () => navigator.sendBeacon(place.dataset.open, data([["leave", "1"]])))
  setInterval(look, EVERY)
  look()
  return { look }
})()
