# caseload: a simulator of English children's social care. `make` lists what can be made.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
# What `time` says of a step.
export TIMEFORMAT := That took %0lR, and %0lU of the processors.
.PHONY: help setup national priors backtest nightly councils build run results test fuzz recover pages bench format lint coverage mutants docs package install uninstall clean

SCENARIO ?= Scenarios/cheshire-east-2015.yaml
# Where `make install` puts the command: PREFIX, below DESTDIR where one is given.
PREFIX ?= /usr/local
DESTDIR ?=
# The command as people run it: nothing left open for tests, and Swift's own libraries inside, so that it starts sooner
# and needs no Swift where it runs.
COMMAND := -c release --static-swift-stdlib --product caseload
# The tests look inside the rooms and start a command of their own, so that their build stands in a folder of its own:
# neither build undoes the other. They are statistical: a debug build is some thirty times slower.
TESTING := -c release -Xswiftc -enable-testing
TESTS := $(TESTING) --scratch-path .build/tests
COVERAGE := $(TESTING) --scratch-path .build/coverage

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: ## check the toolchain and install missing system packages
	@.ci/setup

build: setup ## build the command in .build/release/caseload
	@time swift build $(COMMAND)

run: build ## simulate the Cheshire East scenario and print a summary
	@.build/release/caseload run $(SCENARIO) --force

results: build ## write the published evidence to Results/published, and the run and the picture that pages show
	@.ci/results $(SCENARIO) Results/published/$(basename $(notdir $(SCENARIO)))

national: build ## make the national table anew (PANEL=folder of a panel)
	@.build/release/caseload councils --panel "$(PANEL)"

priors: build ## estimate from the national table how things drift from year to year
	@.build/release/caseload councils --priors

backtest: build ## forecast every council as of past years, and keep how far that was right (ORIGINS=2017,2019)
	@.build/release/caseload backtest --all --origins $${ORIGINS:-2017,2019} --learn

nightly: build ## the same of forty councils, as a check of every night (some twenty minutes of two cores; made anew each time)
	@rm -rf .build/nightly
	@.build/release/caseload backtest --sample 40 --origins $${ORIGINS:-2017,2019} --out .build/nightly

councils: build ## write, check and run a scenario for every council (OUT=folder to keep them)
	@.ci/councils $(OUT)

test: setup ## run every test, verification included
	@.ci/setup-tests
	@time swift build $(TESTS) --build-tests
	@.ci/suites "$$(swift build $(TESTS) --show-bin-path)"

fuzz: setup ## damage the shipped files at random, 20,000 times (FUZZ=count, FUZZ_SEED=seed); after a crash .build/mutant says what did it
	@FUZZ=$${FUZZ:-20000} swift test $(TESTS) --disable-xctest --no-parallel --filter 'MutantScenarioTests'

recover: setup ## fit 200 simulated councils and say how well their values are found (COUNCILS=count)
	@COUNCILS=$${COUNCILS:-200} swift test $(TESTS) --disable-xctest --no-parallel --filter 'SimulationBasedCalibrationTests'

pages: setup ## write the parts of pages that the code generates
	@PAGES=write swift test $(TESTS) --disable-xctest --filter 'ArchitectureTests|FilesPageTests|GlossaryTests|VerbsPageTests'

bench: setup ## measure the speed beside other engines, and its growth (BENCH=--quick for a short look)
	@Benchmarks/bench $(BENCH)

format: ## format the sources in place
	@swift format --in-place --recursive Sources Tests Package.swift

lint: ## say where the sources are not formatted as agreed
	@swift format lint --strict --recursive Sources Tests Package.swift

coverage: setup ## say how many lines of the model and the statistics the tests run
	@swift test $(COVERAGE) --disable-xctest --enable-code-coverage
	@.ci/coverage "$$(swift build $(COVERAGE) --show-bin-path)" ServiceModel Statistics

mutants: setup ## change the model in small ways, one after another, and say which changes no test notices
	@Tests/Mutants/run

docs: setup ## write the documentation to .build/documentation
	@swift package --allow-writing-to-directory .build/documentation generate-documentation \
	  --target caseload --output-path .build/documentation --transform-for-static-hosting --warnings-as-errors \
	  --symbol-graph-minimum-access-level public --exclude-extended-types

package: build ## make a Debian package and a tarball in .build/package, and try them
	@.ci/static .build/static/caseload || (($$? == 69))
	@.ci/package .build/release/caseload
	@.ci/try-package

install: build ## install the command, its manual, completions and scenarios (PREFIX=/usr/local, DESTDIR=)
	@.ci/lay .build/release/caseload "$(DESTDIR)$(PREFIX)"

uninstall: ## remove what `make install` installed (PREFIX, DESTDIR)
	@.ci/unlay "$(DESTDIR)$(PREFIX)"

clean: ## remove everything that was built
	@rm -rf .build .build-* Benchmarks/.build
