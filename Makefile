# What a developer needs: make test runs everything that can be checked on one
# machine; make build makes what is deployed. Only Go is needed for go run ./demo.

export WRANGLER_SEND_METRICS = false
export WRANGLER_SEND_ERROR_REPORTS = false
export CLOUDFLARE_CF_FETCH_ENABLED = false

examples = wasm/widget/npm/examples

.PHONY: test build engine check lint size chromium php bench bench-native profile attack fuzz page clean

test: node_modules/.package-lock.json $(examples)/node_modules/.package-lock.json chromium php build check
	go vet ./...
	$(MAKE) lint
	GOOS=wasip1 GOARCH=wasm go vet ./wasm
	GOOS=js GOARCH=wasm go vet ./worker
	node_modules/.bin/tsc -p wasm/widget
	KEYPOINTS_REQUIRE_ALL=1 go test -v ./...
	KEYPOINTS_REQUIRE_ALL=1 node --test $$(find wasm worker demo -name node_modules -prune -o -name '*.test.mjs' -print | sort)

# The Worker's bundle as wrangler would deploy it; its [build] command makes the rest.
build: node_modules/.package-lock.json
	rm -rf dist/bundle
	CI=true npx --no-install wrangler deploy --dry-run --outdir dist/bundle

# engine.wasm alone; with TINYGO=1 by TinyGo, where that is installed: nothing is freed,
# so its host drops instances sooner, and with 64 KB of stack a deep page traps. The
# tests of wasm/keypoints compare both engines where TinyGo is installed.
engine:
	mkdir -p dist
ifdef TINYGO
	GOOS=wasip1 GOARCH=wasm tinygo build -target=wasip1 -buildmode=c-shared -opt=z -scheduler=none -gc=leaking -stack-size=1MB -no-debug -o dist/engine.wasm ./wasm
else
	GOOS=wasip1 GOARCH=wasm go build -buildmode=c-shared -trimpath -ldflags="-s -w" -o dist/engine.wasm ./wasm
endif

# No package of the npm ones needs its install script.
node_modules/.package-lock.json: package.json package-lock.json
	@command -v npm >/dev/null || { echo "make test needs Node 20 or later with npm: https://nodejs.org"; exit 1; }
	npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

# Only packages that cannot run a program or serve may stand in the engine.
check:
	@found=$$(GOOS=wasip1 GOARCH=wasm go list -deps ./wasm | grep -xE 'net/http|html/template|text/template|os/exec|crypto/tls' || true); \
	if [ -n "$$found" ]; then echo "the engine must not import:" $$found; exit 1; fi; echo "the engine's imports are fine"

# What vet does not see: mistakes, and functions that no program of the module calls. Those
# named are called in WebAssembly alone, or stand in the Go API for others.
uncalled = collector\.go.* Begin$$|format\.go.* ParseFormat$$|card\.go.* Claim\.String$$
lint:
	go build -C .ci -o ../dist/lint/ tool
	dist/lint/staticcheck ./...
	@found=$$(dist/lint/deadcode -filter '^keypoints/(demo$$|demo/desk|wasm/(internal|fit|options|card|keypoints)|worker/(api|origin))' ./... | grep -vE '$(uncalled)'); \
	if [ -n "$$found" ]; then echo "nothing calls these functions:"; echo "$$found"; exit 1; fi; echo "nothing is found that nobody calls"

chromium:
	@for name in $$CHROMIUM chromium chromium-browser google-chrome; do if command -v $$name >/dev/null; then exit 0; fi; done; \
	if ! command -v apt-get >/dev/null; then echo "make test needs Chromium: install it, or name its path in CHROMIUM"; exit 1; fi; \
	if [ "$$(id -u)" = 0 ]; then sudo=; elif sudo -n true 2>/dev/null; then sudo="sudo -n"; \
	else echo "make test needs Chromium: sudo apt-get install chromium, or name its path in CHROMIUM"; exit 1; fi; \
	$$sudo apt-get update -q && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium

# PHP runs the recipes for PHP and WordPress; where it cannot be had their tests are skipped.
php:
	@command -v php >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -q && \
		DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends php-cli; } || echo "no PHP here: the recipes for it are not tested"

# What every package costs in engine.wasm, as information.
size:
	go run ./wasm/link/size

# Measures the product against its peers and writes docs/benchmarks.md; some minutes.
bench: build chromium demo/bench/js/node_modules/.package-lock.json
	cd demo/bench && go run .

# The native rows alone, as information: seconds, and no time fails.
bench-native:
	cd demo/bench && go run . -native

# Where the engine spends its time, for the compiler of the Worker's engine. Repeat it
# when much of the engine has changed.
profile:
	cd demo/bench && go run . -profile ../../worker/build/engine.pgo

# Hostile pages, known and random, against engine.wasm in Node: how time and memory
# grow, as a table. SEED repeats a run, FOR bounds it.
FOR = 10m
attack: engine
	cd demo/bench && go run . -attack $(FOR) $(if $(SEED),-seed $(SEED))

demo/bench/js/node_modules/.package-lock.json: demo/bench/js/package-lock.json
	npm ci --prefix demo/bench/js --ignore-scripts --no-audit --no-fund
	@touch $@

# Each fuzz target for a while: make fuzz FUZZTIME=10m. What it finds stands in the
# package's testdata/fuzz afterwards, and every test run tries it again.
FUZZTIME = 1m
fuzz:
	@grep -rEo --include='*_test.go' '^func Fuzz[A-Za-z]+' wasm worker demo | sed -E 's#/[^/]+:func # #' | sort | while read folder target; do \
		echo "$$target in $$folder, $(FUZZTIME)"; go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) ./$$folder || exit 1; done

# Drafts what is to be expected of a page: make page PAGE=FILE_OR_URL
page:
	@test -n "$(PAGE)" || { echo "make page PAGE=file.html or PAGE=https://news.example/story"; exit 2; }
	@go run ./demo/expect "$(PAGE)"

# The frameworks and bundlers that the npm package's examples are built with.
$(examples)/node_modules/.package-lock.json: $(examples)/package-lock.json
	npm ci --prefix $(examples) --ignore-scripts --no-audit --no-fund
	@touch $@

clean:
	rm -rf dist node_modules .wrangler $(examples)/node_modules demo/bench/js/node_modules
