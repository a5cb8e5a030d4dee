# Thin on purpose: every line also works by hand. Needs JDK 25 beside whatever `java` is, and Maven 3.8 or newer.
JAVA25 := $(firstword $(wildcard /usr/lib/jvm/temurin-25* /usr/lib/jvm/*-25-* /usr/lib/jvm/*25*))
ifneq ($(JAVA25),)
export JAVA_HOME := $(JAVA25)
endif
JAVA := $(if $(JAVA_HOME),$(JAVA_HOME)/bin/java,java)
MVN := mvn -B -ntp
PORT ?= 8080
JAR := code-service/target/code-service-0.1.0-SNAPSHOT-exec.jar

.PHONY: help run build test prove bench fmt

help:
	@echo "make run    build, then start everything on http://localhost:$(PORT) with demo data (data/ survives; PORT=8081 for another port)"
	@echo "make test   all checks and tests, under 15 minutes"
	@echo "make prove  what takes longer: mutation, long fuzzing, kills, volume; writes docs/proof.md"
	@echo "make bench  benchmarks with their baselines; writes benchmarks/results/*.json"
	@echo "make fmt    format the Java sources"

run: build
	@exec $(JAVA) --enable-native-access=ALL-UNNAMED -jar $(JAR) --spring.profiles.active=demo --server.port=$(PORT) --zhenrong.public-base-url=http://localhost:$(PORT)

build:
	$(MVN) package -pl code-service -am -Dmaven.test.skip=true -Djacoco.skip=true

test:
	$(MVN) verify

prove:
	./docs/prove

bench:
	$(MVN) -q package -pl benchmarks -am -Dmaven.test.skip=true -Djacoco.skip=true -Dspring-boot.repackage.skip=true -Dspotless.check.skip=true -Dforbiddenapis.skip=true
	$(JAVA) --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar benchmarks/target/benchmarks.jar

fmt:
	$(MVN) -q spotless:apply
