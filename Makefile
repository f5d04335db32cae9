# caseload: a simulator of English children's social care. `make` lists what can be made.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup build run results test pages bench format lint coverage mutants docs clean

SCENARIO ?= Scenarios/cheshire-east-2015.yaml
# The command as people run it: nothing left open for tests, and Swift's own libraries inside, so that it starts sooner
# and needs no Swift where it runs.
COMMAND := -c release --static-swift-stdlib --product caseload
# The tests look inside the rooms and start a command of their own, so that their build stands in a folder of its own:
# neither build undoes the other. They are statistical: a debug build is some thirty times slower.
TESTING := -c release -Xswiftc -enable-testing
TESTS := $(TESTING) --scratch-path .build/tests
COVERAGE := $(TESTING) --scratch-path .build/coverage
# Run by themselves, so that no test waits so long for another that its time limit runs out.
SLOW := ^(ExperimentsTests|EvidenceTests)\.
OUTSIDE := ^(EndToEndTests|BrowserTests)\.

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: ## check the toolchain and install missing system packages
	@.ci/setup

build: setup ## build the command in .build/release/caseload
	@swift build $(COMMAND)

run: build ## simulate the Cheshire East scenario and print a summary
	@.build/release/caseload run $(SCENARIO) --force

results: build ## write the published evidence of the scenario to Results/published
	@.ci/results $(SCENARIO) Results/published/$(basename $(notdir $(SCENARIO)))

test: setup ## run every test, verification included
	@.ci/setup-tests
	@swift build $(TESTS) --build-tests
	@echo "The suites of single rooms:"
	@swift test $(TESTS) --disable-xctest --skip-build --skip '$(SLOW)|$(OUTSIDE)'
	@echo "The suites that simulate much:"
	@swift test $(TESTS) --disable-xctest --skip-build --filter '$(SLOW)'
	@echo "The suites that start the command, one test after another:"
	@swift test $(TESTS) --disable-xctest --skip-build --no-parallel --filter '$(OUTSIDE)'

pages: setup ## write the parts of pages that the code generates
	@PAGES=write swift test $(TESTS) --disable-xctest --filter 'ArchitectureTests|FilesPageTests'

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

clean: ## remove everything that was built
	@rm -rf .build .build-* Benchmarks/.build
